using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Messaging;

/// <summary>The contract of <see cref="IMessageQueues"/>, as far as messages go.</summary>
public abstract class QueuedMessagesContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Past = TimeSpan.FromSeconds(1.5);

    private readonly string _queue = Unique.Name("Queue");

    private IMessageQueues Queues => Rig.MessageQueues;

    [Theory]
    [InlineData("SGVsbG8=")]
    [InlineData(" spaces,\nlines and\ttabs ")]
    [InlineData("""<a href="x">&amp;</a> 视频 🎬""")]
    [InlineData("mns 3\nlooks like what storage adds")]
    [InlineData("mns 8\n")]
    public async Task A_body_comes_back_as_it_was_sent(string body)
    {
        await CreateAsync();

        var sent = await SendAsync(body);

        var message = Assert.Single(await ReceiveAsync());
        Assert.Equal(body, message.Body);
        Assert.Equal(sent.Id, message.Id);
        Assert.False(message.IsForeign);
        Assert.Null(sent.Receipt);
    }

    [Fact]
    public async Task A_message_of_the_service_is_its_plain_text_and_foreign()
    {
        await CreateAsync();
        await Rig.Target.SendAsync(_queue, """{"a":1}""", default);

        var message = Assert.Single(await ReceiveAsync());

        Assert.Equal("""{"a":1}""", message.Body);
        Assert.True(message.IsForeign);
        Assert.Equal(OutgoingMessage.DefaultPriority, message.Priority);
    }

    [Fact]
    public async Task The_largest_message_is_carried()
    {
        await CreateAsync();
        var body = new string('x', Queues.LargestBody);

        await SendAsync(body, priority: 16);

        Assert.Equal(body, Assert.Single(await ReceiveAsync()).Body);
    }

    [Fact]
    public async Task A_received_message_tells_its_times_its_count_and_its_priority()
    {
        await CreateAsync();
        await SendAsync("text", priority: 3);

        var first = Assert.Single(await ReceiveAsync(Short));
        Assert.Empty(await ReceiveAsync());
        await Rig.PassAsync(Past);
        var second = Assert.Single(await ReceiveAsync());

        Assert.Equal((1, 2), (first.DeliveryCount, second.DeliveryCount));
        Assert.Equal(3, second.Priority);
        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Receipt, second.Receipt);
        Assert.Equal(first.SentAt, second.SentAt);
        Assert.InRange(first.VisibleAt!.Value - first.SentAt, Short - TimeSpan.FromSeconds(1), Short + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_look_changes_nothing()
    {
        await CreateAsync();
        await SendAsync("first");
        await SendAsync("second");

        var seen = await Queues.PeekAsync(_queue, 16, default);

        Assert.Equal(["first", "second"], seen!.Select(message => message.Body));
        Assert.All(seen!, message => Assert.Equal((null, null, 0L), (message.Receipt, message.VisibleAt, message.DeliveryCount)));
        Assert.Equal(2, (await ReceiveAsync()).Count);
    }

    [Fact]
    public async Task No_more_messages_come_than_asked_for()
    {
        await CreateAsync();
        for (var i = 0; i < 3; i++)
        {
            await SendAsync($"{i}");
        }

        Assert.Equal(["0", "1"], (await Queues.ReceiveAsync(_queue, 2, Hold, default))!.Select(message => message.Body));
        Assert.Equal("2", Assert.Single(await ReceiveAsync()).Body);
    }

    [Fact]
    public async Task A_message_is_deleted_once_by_its_receipt()
    {
        await CreateAsync();
        await SendAsync("text");
        var message = Assert.Single(await ReceiveAsync());

        Assert.Equal(HeldMessageStatus.Done, (await DeleteAsync(message.Id, message.Receipt!)).Status);
        Assert.Equal(HeldMessageStatus.Lost, (await DeleteAsync(message.Id, message.Receipt!)).Status);
    }

    [Fact]
    public async Task A_receipt_ends_when_its_message_is_visible_again()
    {
        await CreateAsync();
        await SendAsync("text");
        var message = Assert.Single(await ReceiveAsync(Short));
        await Rig.PassAsync(Past);

        Assert.Equal(HeldMessageStatus.Lost, (await DeleteAsync(message.Id, message.Receipt!)).Status);
        Assert.Equal(HeldMessageStatus.Lost, (await HideAsync(message.Id, message.Receipt!, Hold)).Status);
        Assert.Single(await ReceiveAsync());
    }

    [Fact]
    public async Task Hiding_a_message_again_replaces_its_receipt()
    {
        await CreateAsync();
        await SendAsync("text");
        var message = Assert.Single(await ReceiveAsync(Short));

        var held = await HideAsync(message.Id, message.Receipt!, Hold);
        await Rig.PassAsync(Past);

        Assert.Empty(await ReceiveAsync());
        Assert.True(held.VisibleAt > message.VisibleAt);
        Assert.Equal(HeldMessageStatus.Lost, (await DeleteAsync(message.Id, message.Receipt!)).Status);
        Assert.Equal(HeldMessageStatus.Done, (await DeleteAsync(message.Id, held.Receipt!)).Status);
    }

    [Fact]
    public async Task A_message_hidden_for_no_time_is_visible_at_once()
    {
        await CreateAsync();
        await SendAsync("text");
        var message = Assert.Single(await ReceiveAsync());

        await HideAsync(message.Id, message.Receipt!, TimeSpan.Zero);

        Assert.Equal(2, Assert.Single(await ReceiveAsync()).DeliveryCount);
    }

    [Fact]
    public async Task A_delayed_message_comes_later_and_has_a_receipt_until_then()
    {
        await CreateAsync();
        var sent = await SendAsync("text", delay: Short);

        Assert.Empty(await ReceiveAsync());
        Assert.NotNull(sent.Receipt);
        await Rig.PassAsync(Past);
        Assert.Single(await ReceiveAsync());
    }

    [Theory]
    [InlineData("no-id", "no-receipt")]
    [InlineData("1", "1")]
    [InlineData("a/../b?c", "99999999999999.x")]
    [InlineData("视频", "-1")]
    public async Task A_receipt_that_nobody_got_deletes_nothing(string id, string receipt)
    {
        await CreateAsync();
        await SendAsync("text");

        Assert.Equal(HeldMessageStatus.Lost, (await DeleteAsync(id, receipt)).Status);
        Assert.Single(await ReceiveAsync());
    }

    [Fact]
    public async Task A_receipt_of_another_queue_deletes_nothing()
    {
        await CreateAsync();
        var other = _queue + "2";
        await Queues.CreateAsync(other, QueueSettings.Default, default);
        await SendAsync("text");
        var message = Assert.Single(await ReceiveAsync());

        var deleted = await Queues.DeleteMessageAsync(other, message.Id, message.Receipt!, default);

        Assert.Equal(HeldMessageStatus.Lost, deleted.Status);
        Assert.Equal(HeldMessageStatus.Done, (await DeleteAsync(message.Id, message.Receipt!)).Status);
    }

    [Fact]
    public async Task Visible_and_hidden_messages_are_counted()
    {
        await CreateAsync();
        await SendAsync("one");
        await SendAsync("two");
        await Queues.ReceiveAsync(_queue, 1, Hold, default);

        var counts = await Queues.CountAsync(_queue, default);

        Assert.Equal((1L, 1L), (counts!.Visible, counts.Received));
    }

    [Fact]
    public async Task A_cancelled_send_throws()
    {
        await CreateAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Queues.SendAsync(_queue, new("text", 8, TimeSpan.Zero, Hold), Cancelled));
    }

    private Task<QueueCreation> CreateAsync() => Queues.CreateAsync(_queue, QueueSettings.Default, default);

    private async Task<SentMessage> SendAsync(string body, int priority = 8, TimeSpan delay = default) =>
        (await Queues.SendAsync(_queue, new(body, priority, delay, TimeSpan.FromHours(1)), default))!;

    private async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(TimeSpan? hold = null) =>
        (await Queues.ReceiveAsync(_queue, 16, hold ?? Hold, default))!;

    private Task<HeldMessage> DeleteAsync(string id, string receipt) =>
        Queues.DeleteMessageAsync(_queue, id, receipt, default);

    private Task<HeldMessage> HideAsync(string id, string receipt, TimeSpan time) =>
        Queues.HideMessageAsync(_queue, id, receipt, time, default);
}
