using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Messaging;

public sealed class QueuePollingTests : IAsyncLifetime
{
    private const string Queue = "Queue";
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    private readonly ManualTimeProvider _time = new();
    private readonly MessageArrivals _arrivals = new();
    private readonly InMemoryMessageQueues _queues;
    private readonly QueuePolling _polling;

    public QueuePollingTests()
    {
        _queues = new InMemoryMessageQueues(_time);
        var pauses = new PollingPauses([.. "112233446".Select(digit => TimeSpan.FromSeconds(digit - '0'))]);
        _polling = new QueuePolling(_queues, _arrivals, pauses, _time);
    }

    public Task InitializeAsync() => _queues.CreateAsync(Queue, QueueSettings.Default, default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Without_a_wait_there_is_one_look()
    {
        Assert.Empty((await ReceiveAsync(TimeSpan.Zero))!);

        Assert.Equal(1, _queues.Looks);
    }

    [Fact]
    public async Task A_wait_of_30_seconds_for_nothing_costs_ten_looks()
    {
        var receive = ReceiveAsync(Wait);

        await PassAsync(receive);

        Assert.Empty((await receive)!);
        Assert.Equal(10, _queues.Looks);
    }

    [Fact]
    public async Task Any_number_of_waits_for_one_queue_share_the_looks()
    {
        var receives = Enumerable.Range(0, 20).Select(_ => ReceiveAsync(Wait)).ToList();

        await PassAsync(Task.WhenAll(receives), receives.Count);

        // Those that join while a look runs cause another one.
        Assert.InRange(_queues.Looks, 9, 14);
    }

    [Fact]
    public async Task A_message_sent_in_this_process_ends_a_wait_without_any_time_passing()
    {
        var receive = ReceiveAsync(Wait);
        await LooksAsync(1);

        await SendAsync("text");
        _arrivals.Tell(Queue);

        Assert.Equal("text", Assert.Single((await receive)!).Body);
    }

    [Fact]
    public async Task A_message_of_another_process_ends_a_wait_at_the_next_look()
    {
        var receive = ReceiveAsync(Wait);
        await LooksAsync(1);

        await SendAsync("text");
        await PassAsync(receive);

        Assert.Equal("text", Assert.Single((await receive)!).Body);
    }

    [Fact]
    public async Task Waits_get_messages_in_turn()
    {
        var first = ReceiveAsync(Wait);
        await LooksAsync(1);
        var second = ReceiveAsync(Wait);
        await LooksAsync(2);

        await SendAsync("one");
        await SendAsync("two");
        _arrivals.Tell(Queue);

        Assert.Equal("one", Assert.Single((await first)!).Body);
        Assert.Equal("two", Assert.Single((await second)!).Body);
    }

    [Fact]
    public async Task A_caller_who_hung_up_gets_nothing_and_leaves_the_message_to_others()
    {
        using var gone = new CancellationTokenSource();
        var receive = _polling.ReceiveAsync(Queue, 1, Hold, Wait, CancellationToken.None, gone.Token);
        await LooksAsync(1);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);

        await SendAsync("text");

        Assert.Single((await ReceiveAsync(TimeSpan.Zero))!);
    }

    [Fact]
    public async Task A_host_that_stops_ends_waits_as_if_their_time_were_over()
    {
        using var stop = new CancellationTokenSource();
        var receive = _polling.ReceiveAsync(Queue, 1, Hold, Wait, stop.Token, CancellationToken.None);
        await LooksAsync(1);

        await stop.CancelAsync();

        Assert.Empty((await receive)!);
    }

    [Fact]
    public async Task A_wait_for_a_missing_queue_ends_at_once()
    {
        Assert.Null(await _polling.ReceiveAsync("Missing", 1, Hold, Wait, CancellationToken.None, CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_of_storage_reaches_every_wait_and_the_next_one_begins_anew()
    {
        _queues.Outage.Begin();
        await Assert.ThrowsAsync<IOException>(() => ReceiveAsync(Wait));

        _queues.Outage.End();
        await SendAsync("text");

        Assert.Single((await ReceiveAsync(Wait))!);
    }

    private Task<IReadOnlyList<QueueMessage>?> ReceiveAsync(TimeSpan wait) =>
        _polling.ReceiveAsync(Queue, 1, Hold, wait, CancellationToken.None, CancellationToken.None);

    private Task<SentMessage?> SendAsync(string body) =>
        _queues.SendAsync(Queue, new OutgoingMessage(body, 8, TimeSpan.Zero, TimeSpan.FromHours(1)), default);

    private Task LooksAsync(int count) =>
        Eventually.HoldsAsync($"{count} looks", () => Task.FromResult(_queues.Looks >= count));

    // In steps, so that each pause begins and ends at its own time.
    private async Task PassAsync(Task end, int waits = 1)
    {
        while (!end.IsCompleted)
        {
            // The waits' own timers, and that of the pause.
            await Eventually.HoldsAsync("the pause began", () => end.IsCompleted || _time.WaitingTimers == waits + 1);
            _time.Advance(Step);
        }

        await end;
    }
}
