using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Queues;

/// <summary>
/// The contract of <see cref="IWorkQueue"/> for the messages of one account and priority. <see cref="WorkQueuesContract"/> has
/// more of them.
/// </summary>
public abstract class WorkQueueContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    /// <summary>The queue under test.</summary>
    protected abstract IWorkQueue Queue { get; }

    /// <summary>The priority of the messages; 0 if the queue has no priorities.</summary>
    protected abstract int Priority { get; }

    [Theory]
    [InlineData("""{"name":"analyze","version":1,"data":{"account":"a","id":"b"}}""")]
    [InlineData("<视频> & \"emoji\" 🎬 ]]>")]
    [InlineData("  spaces and\nlines  ")]
    public async Task A_message_is_received_as_it_was_sent(string text)
    {
        await SendAsync(text);

        var message = await ReceiveAsync(Long);

        Assert.Equal(text, message.Text);
        Assert.Equal(1, message.DeliveryCount);
    }

    [Fact]
    public async Task A_sent_message_says_what_was_sent()
    {
        var sent = await SendAsync("text");

        Assert.Equal(("text", Account, 0), (sent.Text, sent.Account, sent.DeliveryCount));
        Assert.Equal(sent.Id, (await ReceiveAsync(Long)).Id);
    }

    [Fact]
    public async Task A_message_can_have_48_KiB_of_text()
    {
        var text = new string('x', 48 * 1024);
        await SendAsync(text);

        Assert.Equal(text, (await ReceiveAsync(Long)).Text);
    }

    [Fact]
    public async Task An_unused_queue_is_empty() => Assert.Empty(await ReceiveAllAsync());

    [Fact]
    public async Task Messages_come_in_the_order_in_which_they_were_sent()
    {
        for (var i = 0; i < 10; i++)
        {
            await SendAsync($"{i}");
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), (await ReceiveAllAsync()).Select(message => message.Text));
    }

    [Fact]
    public async Task At_most_the_requested_number_of_messages_is_received()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => SendAsync($"{i}")));

        Assert.Empty(await Queue.ReceiveAsync(Room.None, Long, default));
        Assert.Equal(3, (await Queue.ReceiveAsync(Room.For(3, Account), Long, default)).Count);
        Assert.Equal(2, (await ReceiveAllAsync()).Count);
        Assert.Empty(await ReceiveAllAsync());
    }

    [Fact]
    public async Task Concurrent_receivers_share_the_messages()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync($"{i:d2}")));

        var received = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Queue.ReceiveAsync(Room.For(5, Account), Long, default)));

        var texts = received.SelectMany(some => some).Concat(await ReceiveAllAsync()).Select(message => message.Text);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i:d2}"), texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_message_neither_completed_nor_renewed_is_delivered_again()
    {
        await SendAsync("text");
        var first = await ReceiveAsync(Short);
        await Rig.PassAsync(Short);

        var second = await ReceiveAsync(Long);

        Assert.Equal((first.Id, 2), (second.Id, second.DeliveryCount));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task A_completed_message_is_never_delivered_again()
    {
        await SendAsync("text");

        await Queue.CompleteAsync(await ReceiveAsync(Short), default);
        await Rig.PassAsync(Short + Short);

        Assert.Empty(await ReceiveAllAsync());
    }

    [Fact]
    public async Task A_renewed_message_keeps_its_text_and_needs_its_new_receipt()
    {
        await SendAsync("text");
        var message = await ReceiveAsync(Long);

        var renewed = await Queue.RenewAsync(message, Long, default);

        Assert.Equal(message with { Receipt = renewed!.Receipt }, renewed);
        Assert.Null(await Queue.RenewAsync(message, Long, default));
        await Queue.CompleteAsync(message, default);
        var again = await AfterPuttingBackAsync(renewed);
        Assert.Equal(renewed with { Receipt = "" }, again with { Receipt = "", DeliveryCount = 1 });
    }

    [Fact]
    public async Task A_renewal_hides_the_message_from_then_on()
    {
        await SendAsync("text");
        var message = await ReceiveAsync(Short);

        Assert.NotNull(await Queue.RenewAsync(message, Long, default));
        await Rig.PassAsync(Short + Short);

        Assert.Empty(await ReceiveAllAsync());
    }

    [Fact]
    public async Task A_message_put_back_can_be_received_at_once()
    {
        await SendAsync("text");

        var again = await AfterPuttingBackAsync(await ReceiveAsync(Long));

        Assert.Equal(("text", 2), (again.Text, again.DeliveryCount));
    }

    [Fact]
    public async Task A_lost_hold_cannot_renew_or_complete_the_message()
    {
        await SendAsync("text");
        var lost = await ReceiveAsync(Short);
        await Rig.PassAsync(Short);
        var held = await ReceiveAsync(Long);

        Assert.Null(await Queue.RenewAsync(lost, Long, default));
        await Queue.CompleteAsync(lost, default);

        Assert.NotNull(await Queue.RenewAsync(held, Long, default));
    }

    [Fact]
    public async Task A_deleted_message_cannot_be_renewed_and_completing_it_is_not_an_error()
    {
        await SendAsync("text");
        var message = await ReceiveAsync(Long);
        await Queue.CompleteAsync(message, default);

        Assert.Null(await Queue.RenewAsync(message, Long, default));
        await Queue.CompleteAsync(message, default);
    }

    [Fact]
    public async Task A_poisoned_message_moves_to_the_poison_queue()
    {
        var text = Unique.Name("odd");
        await SendAsync(text);
        var message = await ReceiveAsync(Long);

        await Queue.PoisonAsync(message, default);

        Assert.Single(await Rig.TakePoisonAsync(Queue), text);
        Assert.Null(await Queue.RenewAsync(message, Long, default));
        Assert.Empty(await ReceiveAllAsync());
    }

    [Fact]
    public async Task A_delayed_message_is_seen_after_its_delay()
    {
        await SendAsync("much later", Long);
        await SendAsync("later", Short);
        await Rig.PassAsync(Short);

        Assert.Equal("later", (await ReceiveAsync(Long)).Text);
        Assert.Empty(await ReceiveAllAsync());
    }

    [Fact]
    public async Task A_delayed_message_is_invisible_at_first()
    {
        await SendAsync("later", Long);

        Assert.Empty(await ReceiveAllAsync());
    }

    [Fact]
    public async Task The_sender_holds_a_delayed_message_and_can_make_it_visible_at_once()
    {
        var sent = await SendAsync("text", Long);

        var renewed = await Queue.RenewAsync(sent, TimeSpan.Zero, default);

        Assert.Equal(sent.Id, renewed!.Id);
        Assert.Equal(("text", 1), ((await ReceiveAsync(Long)).Text, renewed.DeliveryCount + 1));
    }

    [Fact]
    public async Task The_sender_of_a_delayed_message_can_extend_its_delay_and_complete_it()
    {
        var sent = await SendAsync("text", Short);

        var renewed = await Queue.RenewAsync(sent, Long, default);
        await Rig.PassAsync(Short + Short);
        Assert.Empty(await ReceiveAllAsync());
        await Queue.CompleteAsync(renewed!, default);

        Assert.Null(await Queue.RenewAsync(renewed!, Long, default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await SendAsync("text");
        var message = await ReceiveAsync(Long);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Queue.SendAsync(new WorkItem(Account, "text") { Priority = Priority }, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Queue.ReceiveAsync(Room.For(1, Account), Long, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.RenewAsync(message, Long, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.CompleteAsync(message, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.PoisonAsync(message, Cancelled));
        Assert.NotNull(await Queue.RenewAsync(message, Long, default));
    }

    private Task<WorkMessage> SendAsync(string text, TimeSpan delay = default) =>
        Queue.SendAsync(new WorkItem(Account, text) { Priority = Priority, Delay = delay }, default);

    private async Task<WorkMessage> AfterPuttingBackAsync(WorkMessage message)
    {
        Assert.NotNull(await Queue.RenewAsync(message, TimeSpan.Zero, default));
        return await ReceiveAsync(Long);
    }

    private Task<IReadOnlyList<WorkMessage>> ReceiveAllAsync() => Queue.ReceiveAsync(Room.For(32, Account), Long, default);

    // Polls, because a real clock may need a moment more.
    private async Task<WorkMessage> ReceiveAsync(TimeSpan visibilityTimeout) =>
        await Eventually.FindsAsync(
            "a message",
            async () => (await Queue.ReceiveAsync(Room.For(1, Account), visibilityTimeout, default)).SingleOrDefault());
}
