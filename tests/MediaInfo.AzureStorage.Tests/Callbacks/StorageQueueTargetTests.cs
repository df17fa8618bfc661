using MediaInfo.AzureStorage.Callbacks;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.Storage.Contracts;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Callbacks;

[Collection(AzuriteFixture.Collection)]
public sealed class StorageQueueTargetTests : IDisposable
{
    private readonly RecordingLogger<StorageQueueTarget> _log = new();
    private readonly string _name = AzuriteFixture.UniqueName("target");
    private readonly ProxiedStorage _storage;
    private readonly StorageQueueTarget _target;

    public StorageQueueTargetTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _target = new StorageQueueTarget(_storage.Clients, new MessageArrivals(), _log);
    }

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_message_arrives_as_plain_text_with_the_reported_id()
    {
        const string Text = """{"UserData":"视频 <&> 🎬"}""";
        await _storage.Direct.Queues.CreateQueueAsync(_name);

        var result = await _target.SendAsync(_name, Text, default);

        var message = (await _storage.Direct.Queues.GetQueueClient(_name).ReceiveMessageAsync()).Value;
        Assert.Equal(Text, message.MessageText);
        Assert.Equal(CallbackResult.Delivered(message.MessageId), result);
        Assert.Equal(1, _storage.Queues.Requests);
        Assert.Empty(_log.Entries);
    }

    [Fact]
    public async Task A_missing_queue_is_created_by_the_first_message()
    {
        await _target.SendAsync(_name, "first", default);
        await _target.SendAsync(_name, "second", default);

        var messages = (await _storage.Direct.Queues.GetQueueClient(_name).ReceiveMessagesAsync(32)).Value;
        var texts = messages.Select(message => message.MessageText).Order(StringComparer.Ordinal);
        Assert.Equal(["first", "second"], texts, StringComparer.Ordinal);
        Assert.Equal(3001, Assert.Single(_log.Entries).EventId);
    }

    [Theory]
    [MemberData(nameof(IllegalNames.OfQueues), MemberType = typeof(IllegalNames))]
    public async Task An_invalid_name_costs_no_request(string name)
    {
        var result = await _target.SendAsync(name, "text", default);

        Assert.Equal(
            CallbackResult.GivenUp(
                "InvalidParameter",
                $"\"{name}\" is not a valid queue name: use {QueueName.Rule}."),
            result);
        Assert.Equal(0, _storage.Queues.Requests);
    }

    [Theory]
    [InlineData("analyses-10")]
    [InlineData("analyses-a0cd44b13c6bd11e35f6a2fbdf5d8c62-6")]
    [InlineData("callbacks-a0cd44b13c6bd11e35f6a2fbdf5d8c62")]
    [InlineData("callbacks")]
    [InlineData("callbacks-poison")]
    [InlineData("mediainfo-control-00")]
    [InlineData("mediainfo-workitems")]
    [InlineData("azure-webjobs-shared-1")]
    public async Task The_queues_of_this_service_and_its_host_are_not_targets(string name)
    {
        var result = await _target.SendAsync(name, "text", default);

        Assert.Equal(CallbackResult.GivenUp("InvalidParameter", $"\"{name}\" is reserved for this service or its host."), result);
    }

    [Fact]
    public async Task A_queue_that_storage_refuses_fails_permanently()
    {
        _storage.Queues.Rule = _ => Interference.Forbid;

        var result = await _target.SendAsync(_name, "text", default);

        Assert.Equal(CallbackResult.GivenUp("AuthorizationFailure", "Storage rejected the message"), result);
    }

    [Fact]
    public async Task Overloaded_storage_is_an_IO_error()
    {
        _storage.Queues.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => _target.SendAsync(_name, "text", default));
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();

        var target = new StorageQueueTarget(clients, new MessageArrivals(), _log);
        await Assert.ThrowsAsync<IOException>(() => target.SendAsync(_name, "text", default));
    }
}
