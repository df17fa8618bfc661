using Azure.Storage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Messaging;

/// <summary>What a program that uses Azure's own client and one that uses Message Service see of each other.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class StorageMessageQueuesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly AzureRig _rig = new(azurite);
    private readonly string _queue = Unique.Name("both");

    private IMessageQueues Queues => _rig.MessageQueues;

    public Task InitializeAsync() => _rig.StartAsync();

    public Task DisposeAsync() => _rig.StopAsync();

    [Fact]
    public async Task A_message_of_the_service_is_plain_text_for_Azures_client()
    {
        await _rig.Target.SendAsync(_queue, """{"视频":1}""", default);

        Assert.Equal("""{"视频":1}""", (await Client(_queue).ReceiveMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task A_message_of_Azures_client_is_foreign_and_comes_as_it_is()
    {
        await Client(_queue).CreateAsync();
        await Client(_queue).SendMessageAsync("mns is fun\n");

        var message = Assert.Single((await Queues.ReceiveAsync(_queue, 1, TimeSpan.FromMinutes(1), default))!);

        Assert.Equal(("mns is fun\n", true), (message.Body, message.IsForeign));
    }

    [Theory]
    [InlineData("Upper_Case")]
    [InlineData("x")]
    public async Task A_name_that_storage_refuses_has_a_storage_queue_of_a_reserved_name(string suffix)
    {
        var name = $"{_queue}_{suffix}";
        await Queues.CreateAsync(name, QueueSettings.Default, default);

        var stored = QueueName.Stored(name);

        Assert.True((await Client(stored).ExistsAsync()).Value);
        Assert.Matches("^mns-[0-9a-f]{52}$", stored);
        Assert.True(_rig.Reserved.IsReservedQueue(stored));
        Assert.False(_rig.Reserved.IsReservedQueue(name));
    }

    [Fact]
    public async Task Metadata_of_others_stays_and_a_forged_name_is_not_believed()
    {
        await Client(_queue).CreateAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["owner"] = "me",
            ["mnsname"] = "analyses-10",
        });

        await Queues.CreateAsync(_queue, QueueSettings.Default, default);

        Assert.Equal("me", (await Client(_queue).GetPropertiesAsync()).Value.Metadata["owner"]);
        Assert.Equal([_queue], await Queues.ListAsync(_queue, default));
    }

    [Fact]
    public async Task A_message_that_changed_hands_in_storage_has_no_receipt_here()
    {
        await Queues.CreateAsync(_queue, QueueSettings.Default, default);
        await Queues.SendAsync(_queue, new OutgoingMessage("text", 8, TimeSpan.Zero, TimeSpan.FromHours(1)), default);
        var message = Assert.Single((await Queues.ReceiveAsync(_queue, 1, TimeSpan.FromMinutes(1), default))!);
        var pop = message.Receipt![(message.Receipt!.IndexOf('.', StringComparison.Ordinal) + 1)..];
        await Client(_queue).UpdateMessageAsync(message.Id, pop, visibilityTimeout: TimeSpan.FromMinutes(5));

        var deleted = await Queues.DeleteMessageAsync(_queue, message.Id, message.Receipt!, default);

        Assert.Equal(HeldMessageStatus.Lost, deleted.Status);
    }

    private QueueClient Client(string name) => _rig.Clients.Queues.GetQueueClient(name);
}
