using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Queues;

public sealed class PriorityLanesTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryWorkQueues _queues;
    private readonly PriorityLanes _lanes;

    public PriorityLanesTests()
    {
        _queues = new InMemoryWorkQueues(_time);
        _lanes = new PriorityLanes(_queues, Pause, _time);
    }

    [Fact]
    public async Task Higher_lanes_are_emptied_first_and_each_in_the_order_of_arrival()
    {
        await ArriveAsync((1, "a"), (10, "b"), (6, "c"), (10, "d"), (6, "e"), (2, "f"));

        Assert.Equal(["b", "d", "c", "e", "f", "a"], await DrainAsync(_lanes));
    }

    [Fact]
    public async Task Free_places_are_filled_from_the_highest_lanes_and_no_lower_one_is_looked_at()
    {
        await ArriveAsync((3, "a"), (7, "b"), (7, "c"), (9, "d"));

        Assert.Equal(["d", "b", "c"], await TakeAsync(3));

        Assert.Equal([10, 9, 8, 7], LookedAt());
    }

    [Fact]
    public async Task Processes_that_share_the_lanes_get_every_job_once_and_none_before_a_higher_one()
    {
        var arrivals = Enumerable.Range(0, 200).Select(i => (Priority: i * 7 % 10 + 1, Text: $"{i:d3}")).ToArray();
        await ArriveAsync(arrivals);
        PriorityLanes[] processes = [_lanes, new(_queues, Pause, _time), new(_queues, Pause, _time)];
        var taken = new List<string>();

        for (var turn = 0; await TakeAsync(1 + turn % 4, processes[turn % 3]) is { Count: > 0 } some; turn++)
        {
            taken.AddRange(some);
            _time.Advance(Tick * (turn % 5));
        }

        Assert.Equal(
            arrivals.OrderByDescending(job => job.Priority).ThenBy(job => job.Text, StringComparer.Ordinal).Select(job => job.Text), taken);
    }

    [Fact]
    public async Task A_message_is_renewed_completed_and_poisoned_in_the_lane_that_it_came_from()
    {
        await ArriveAsync((10, "ten"), (9, "nine"), (4, "four"));
        var messages = await _lanes.ReceiveAsync(3, Hold, default);
        Assert.Equal([10, 9, 4], messages.Select(message => message.Lane));

        await _lanes.CompleteAsync((await _lanes.RenewAsync(messages[1], Hold, default))!, default);
        await _lanes.PoisonAsync((await _lanes.RenewAsync(messages[2], Hold, default))!, default);
        var renewed = await _lanes.RenewAsync(messages[0], TimeSpan.Zero, default);

        Assert.Equal(10, renewed?.Lane);
        Assert.Empty(_queues.Lanes[9].Texts);
        Assert.Empty(_queues.Lanes[4].Texts);
        Assert.Equal(["four"], _queues.Lanes[4].Poison);
        Assert.Equal(["ten"], await TakeAsync(1));
    }

    [Fact]
    public async Task A_hold_that_was_lost_is_lost_in_a_lane_too()
    {
        await ArriveAsync((5, "a"));
        var message = Assert.Single(await _lanes.ReceiveAsync(1, TimeSpan.Zero, default));
        await TakeAsync(1);

        Assert.Null(await _lanes.RenewAsync(message, Hold, default));
    }

    [Fact]
    public async Task Every_lane_is_hot_at_first_and_cold_when_nothing_was_seen_for_the_pause()
    {
        await TakeAsync(1);
        Assert.Equal(10, LookedAt().Count);
        _time.Advance(Pause - Tick);
        await TakeAsync(1);
        Assert.Equal(20, Receives());

        for (var looks = 0; looks < 100; looks++)
        {
            _time.Advance(Tick);
            await TakeAsync(1);
        }

        // Five seconds: each lane once a second.
        Assert.Equal(20 + 5 * 10, Receives());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(10)]
    public async Task Steady_load_of_one_priority_costs_one_look_a_batch_and_one_a_second_for_each_higher_lane(int priority)
    {
        const int Seconds = 30, Batch = 4;
        await CoolDownAsync();
        var (before, batches) = (AnalysisJob.Priorities.ToDictionary(lane => lane, lane => _queues.Lanes[lane].Receives), 0);

        for (var left = Seconds * Pause; left > TimeSpan.Zero; left -= Tick)
        {
            await Task.WhenAll(Enumerable.Range(0, Batch).Select(_ => _lanes.Of(priority).SendAsync("job", default)));
            Assert.Equal(Batch, (await TakeAsync(Batch)).Count);
            batches++;
            _time.Advance(Tick);
        }

        Assert.All(AnalysisJob.Priorities, lane => Assert.Equal(
            lane == priority ? batches : lane > priority ? Seconds : 0, _queues.Lanes[lane].Receives - before[lane]));
    }

    [Fact]
    public async Task What_this_process_sends_to_a_cold_lane_is_seen_at_once()
    {
        await CoolDownAsync();

        await _lanes.Of(3).SendAsync("job", default);

        Assert.Equal(["job"], await TakeAsync(1));
    }

    [Fact]
    public async Task What_another_process_sends_to_a_cold_lane_is_seen_after_the_pause_before_all_lower_ones()
    {
        await CoolDownAsync();
        await ArriveAsync((9, "high"));
        await _lanes.Of(2).SendAsync("low", default);
        await _lanes.Of(2).SendAsync("lower", default);

        // The looseness that the design allows, and its end.
        Assert.Equal(["low"], await TakeAsync(1));
        _time.Advance(Pause);
        Assert.Equal(["high", "lower"], await TakeAsync(2));
    }

    [Fact]
    public async Task A_lane_in_which_a_message_was_seen_is_hot()
    {
        await CoolDownAsync();
        await ArriveAsync((9, "first"));
        _time.Advance(Pause);
        Assert.Equal(["first"], await TakeAsync(1));

        await ArriveAsync((9, "second"));

        Assert.Equal(["second"], await TakeAsync(1));
    }

    [Fact]
    public async Task Without_a_pause_no_lane_is_ever_cold()
    {
        var lanes = new PriorityLanes(_queues, coldPause: TimeSpan.Zero, _time);

        await TakeAsync(1, lanes);
        await TakeAsync(1, lanes);

        Assert.Equal(20, Receives());
    }

    [Fact]
    public async Task What_was_taken_before_a_lane_failed_is_not_lost()
    {
        await ArriveAsync((8, "a"), (2, "b"));
        _queues.Lanes[5].Outage.Begin(calls: 1);

        Assert.Equal(["a"], await TakeAsync(2));
        Assert.Equal(["b"], await TakeAsync(2));
    }

    [Fact]
    public async Task A_lane_that_fails_before_anything_was_taken_is_an_error_and_the_lower_ones_wait()
    {
        await ArriveAsync((2, "a"));
        await CoolDownAsync();
        _time.Advance(Pause);
        _queues.Lanes[10].Outage.Begin(calls: 2);

        await Assert.ThrowsAsync<IOException>(() => TakeAsync(1));
        await Assert.ThrowsAsync<IOException>(() => TakeAsync(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void There_is_no_lane_of_a_priority_that_no_job_has(int priority) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _lanes.Of(priority));

    // Looks at every lane until none is hot any more. What they hold is taken.
    private async Task CoolDownAsync()
    {
        await DrainAsync(_lanes);
        _time.Advance(Pause);
        await DrainAsync(_lanes);
        _time.Advance(Tick);
    }

    private async Task ArriveAsync(params (int Priority, string Text)[] jobs)
    {
        foreach (var (priority, text) in jobs)
        {
            await _queues.Lanes[priority].SendAsync(text, default);
        }
    }

    private async Task<IReadOnlyList<string>> TakeAsync(int max, PriorityLanes? lanes = null) =>
        [.. (await (lanes ?? _lanes).ReceiveAsync(max, Hold, default)).Select(message => message.Text)];

    private async Task<IReadOnlyList<string>> DrainAsync(PriorityLanes lanes)
    {
        var all = new List<string>();
        while (await TakeAsync(1, lanes) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        return all;
    }

    private int Receives() => _queues.Lanes.Values.Sum(queue => queue.Receives);

    private IReadOnlyList<int> LookedAt() =>
        [.. AnalysisJob.Priorities.Where(priority => _queues.Lanes[priority].Receives > 0).OrderDescending()];
}
