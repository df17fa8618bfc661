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
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

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
    public async Task A_message_is_received_as_it_was_sent(string text)
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
    public async Task At_most_the_requested_number_of_messages_is_received()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => _queue.SendAsync(new WorkItem("account", $"{i}"), default)));

        Assert.Equal(3, (await _queue.ReceiveAsync(Room.For(3), Long, default)).Count);
        Assert.Equal(2, (await _queue.ReceiveAsync(Room.For(32), Long, default)).Count);
        Assert.Empty(await _queue.ReceiveAsync(Room.For(32), Long, default));
    }

    [Fact]
    public async Task A_message_neither_completed_nor_renewed_is_delivered_again()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);
        var first = await ReceiveAsync(Short);

        var second = await ReceiveAsync(Long);

        Assert.Equal((first.Id, 2), (second.Id, second.DeliveryCount));
    }

    [Fact]
    public async Task A_completed_message_is_deleted()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);

        await _queue.CompleteAsync(await ReceiveAsync(Long), default);

        Assert.Equal(0, (await _storage.Direct.Queues.GetQueueClient(_name).GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_renewed_message_keeps_its_text_and_needs_its_new_receipt()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);
        var message = await ReceiveAsync(Long);

        var renewed = await _queue.RenewAsync(message, Long, default);

        Assert.Equal(message with { Receipt = renewed!.Receipt }, renewed);
        Assert.Null(await _queue.RenewAsync(message, Long, default));
        Assert.Equal(
            renewed with { Receipt = "" }, await AfterPuttingBackAsync(renewed) with { Receipt = "", DeliveryCount = 1 });
    }

    [Fact]
    public async Task A_message_put_back_can_be_received_at_once()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);

        var again = await AfterPuttingBackAsync(await ReceiveAsync(Long));

        Assert.Equal(("text", 2), (again.Text, again.DeliveryCount));
    }

    [Fact]
    public async Task A_lost_hold_cannot_renew_or_complete_the_message()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);
        var lost = await ReceiveAsync(Short);
        var held = await ReceiveAsync(Long);

        Assert.Null(await _queue.RenewAsync(lost, Long, default));
        await _queue.CompleteAsync(lost, default);

        Assert.NotNull(await _queue.RenewAsync(held, Long, default));
    }

    [Fact]
    public async Task A_deleted_message_cannot_be_renewed_and_completing_it_is_not_an_error()
    {
        await _queue.SendAsync(new WorkItem("account", "text"), default);
        var message = await ReceiveAsync(Long);
        await _queue.CompleteAsync(message, default);

        Assert.Null(await _queue.RenewAsync(message, Long, default));
        await _queue.CompleteAsync(message, default);
    }

    [Fact]
    public async Task A_poisoned_message_moves_to_the_poison_queue_which_is_created_if_missing()
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

    [Fact]
    public async Task A_delayed_message_is_seen_after_its_delay()
    {
        await _queue.SendAsync(new WorkItem("account", "much later") { Delay = Long }, default);
        await _queue.SendAsync(new WorkItem("account", "later") { Delay = Short }, default);

        Assert.Equal("later", (await ReceiveAsync(Long)).Text);
        Assert.Empty(await _queue.ReceiveAsync(Room.For(32), Long, default));
    }

    private async Task<WorkMessage> AfterPuttingBackAsync(WorkMessage message)
    {
        Assert.NotNull(await _queue.RenewAsync(message, TimeSpan.Zero, default));
        return await ReceiveAsync(Long);
    }

    private async Task<WorkMessage> ReceiveAsync(TimeSpan visibilityTimeout) =>
        await Eventually.FindsAsync(
            "a message", async () => (await _queue.ReceiveAsync(Room.For(1), visibilityTimeout, default)).SingleOrDefault());
}
