using Azure.Storage.Queues;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

[Collection(AzuriteFixture.Collection)]
public sealed class StorageWorkQueueTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly RecordingLogger<StorageWorkQueue> _log = new();
    private readonly string _name = AzuriteFixture.UniqueName("work");
    private readonly ProxiedStorage _storage;
    private readonly StorageWorkQueue _queue;

    public StorageWorkQueueTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _queue = new StorageWorkQueue(_storage.Clients, _name, _log);
    }

    private QueueClient Poison => _storage.Direct.Queues.GetQueueClient(_name + "-poison");

    public async Task InitializeAsync() => await _storage.Direct.Queues.CreateQueueAsync(_name);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Theory]
    [InlineData("""{"name":"analyze","version":1,"data":{"account":"a","id":"b"}}""")]
    [InlineData("<视频> & \"emoji\" 🎬 ]]>")]
    [InlineData("  spaces and\nlines  ")]
    public async Task A_message_is_sent_and_received_with_one_request_each(string text)
    {
        await _queue.SendAsync(new WorkItem("account", text), default);

        var message = await ReceiveAsync(Long);

        Assert.Equal(text, message.Text);
        Assert.Equal(1, message.DeliveryCount);
        Assert.Equal(2, _storage.Queues.Requests);
    }

    [Fact]
    public async Task A_message_is_stored_as_plain_text_and_never_expires()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);

        var message = (await _storage.Direct.Queues.GetQueueClient(_name).PeekMessageAsync()).Value;

        Assert.Equal("text", message.MessageText);
        Assert.Equal(9999, message.ExpiresOn!.Value.Year);
    }

    [Fact]
    public async Task A_completed_message_is_deleted()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);

        await _queue.CompleteAsync(await ReceiveAsync(Long), default);

        Assert.Equal(0, (await _storage.Direct.Queues.GetQueueClient(_name).GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task The_poison_queue_is_created_if_missing_and_the_message_is_logged()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);
        var message = await ReceiveAsync(Long);

        await _queue.PoisonAsync(message, default);

        Assert.Equal("text", (await Poison.ReceiveMessageAsync()).Value.MessageText);
        Assert.Null(await _queue.RenewAsync(message, Long, default));
        Assert.Contains(_log.Entries, entry => entry.EventId == 3002 && entry.Level == LogLevel.Error);
    }

    [Fact]
    public async Task A_message_that_could_not_be_poisoned_stays_in_its_queue()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);
        var message = await ReceiveAsync(Long);
        _storage.Queues.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => _queue.PoisonAsync(message, default));

        _storage.Queues.Rule = _ => Interference.None;
        Assert.NotNull(await _queue.RenewAsync(message, Long, default));
    }

    [Fact]
    public async Task A_missing_queue_is_created_by_the_first_message()
    {
        await _storage.Direct.Queues.DeleteQueueAsync(_name);

        await _queue.SendAsync(new WorkItem("account", "text"), default);

        Assert.Equal("text", (await ReceiveAsync(Long)).Text);
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();
        var queue = new StorageWorkQueue(clients, _name, _log);
        var message = new WorkMessage("id", "receipt", "text", 1);

        await Assert.ThrowsAsync<IOException>(() => queue.SendAsync(new WorkItem("account", "text"), default));
        await Assert.ThrowsAsync<IOException>(() => queue.ReceiveAsync(Room.For(1), Long, default));
        await Assert.ThrowsAsync<IOException>(() => queue.RenewAsync(message, Long, default));
        await Assert.ThrowsAsync<IOException>(() => queue.CompleteAsync(message, default));
    }

    [Fact]
    public async Task A_deleted_queue_counts_as_empty()
    {
        await _storage.Direct.Queues.DeleteQueueAsync(_name);

        Assert.Empty(await _queue.ReceiveAsync(Room.For(1), Long, default));
    }

    private async Task<WorkMessage> ReceiveAsync(TimeSpan visibilityTimeout) =>
        await Eventually.FindsAsync(
            "a message", async () => (await _queue.ReceiveAsync(Room.For(1), visibilityTimeout, default)).SingleOrDefault());
}
