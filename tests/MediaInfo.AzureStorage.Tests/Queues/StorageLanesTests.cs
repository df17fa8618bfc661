using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

/// <summary>The lanes of one account. <see cref="AccountLanesTests"/> tests several accounts.</summary>
public sealed class StorageLanesTests
{
    private const string Account = "account";
    private static readonly TimeSpan Pause = LanesRig.Pause;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    private readonly LanesRig _rig = new(Account);

    [Fact]
    public async Task Higher_lanes_are_emptied_first_each_in_order_of_arrival()
    {
        await ArriveAsync((1, "a"), (10, "b"), (6, "c"), (8, "d"), (7, "e"), (4, "f"), (3, "g"));

        Assert.Equal(["b", "d", "c", "e", "f", "a", "g"], await DrainAsync());
    }

    [Fact]
    public async Task Free_places_are_filled_from_the_highest_lanes_without_polling_lower_ones()
    {
        _rig.MakeAllThere();
        await ArriveAsync((3, "a"), (7, "b"), (5, "c"), (9, "d"));

        Assert.Equal(["d", "b", "c"], await TakeAsync(3));

        Assert.Equal([10, 7], LookedAt());
    }

    [Fact]
    public async Task Processes_sharing_the_lanes_get_every_job_once_by_band_and_age()
    {
        var arrivals = Enumerable.Range(0, 200).Select(i => (Priority: i * 7 % 10 + 1, Text: $"{i:d3}")).ToArray();
        await ArriveAsync(arrivals);
        StorageLanes[] processes = [_rig.Lanes, _rig.NewProcess(), _rig.NewProcess()];
        var taken = new List<string>();

        for (var turn = 0; await TakeAsync(1 + turn % 4, processes[turn % 3]) is { Count: > 0 } some; turn++)
        {
            taken.AddRange(some);
            _rig.Time.Advance(Tick * (turn % 5));
        }

        Assert.Equal(
            arrivals
                .OrderByDescending(job => StorageNames.AnalysesLanes.PriorityOf(job.Priority))
                .ThenBy(job => job.Text, StringComparer.Ordinal)
                .Select(job => job.Text),
            taken);
    }

    [Fact]
    public async Task A_message_is_renewed_completed_and_poisoned_in_its_own_lane()
    {
        await ArriveAsync((10, "ten"), (7, "seven"), (1, "one"));
        var messages = await _rig.Lanes.ReceiveAsync(Room.For(3, Account), Hold, default);
        Assert.Equal([10, 7, 3], messages.Select(message => message.Priority));
        Assert.All(messages, message => Assert.Equal(Account, message.Account));

        await _rig.Lanes.CompleteAsync((await _rig.Lanes.RenewAsync(messages[1], Hold, default))!, default);
        await _rig.Lanes.PoisonAsync((await _rig.Lanes.RenewAsync(messages[2], Hold, default))!, default);
        var renewed = await _rig.Lanes.RenewAsync(messages[0], TimeSpan.Zero, default);

        Assert.Equal((Account, 10), (renewed?.Account, renewed?.Priority));
        Assert.Empty(_rig.Queue(Account, 7).Texts);
        Assert.Empty(_rig.Queue(Account, 1).Texts);
        Assert.Equal(["one"], _rig.Queue(Account, 1).Poison);
        _rig.Time.Advance(Pause);
        Assert.Equal(["ten"], await TakeAsync(1));
    }

    [Fact]
    public async Task A_lost_hold_is_reported_by_a_lane()
    {
        await ArriveAsync((5, "a"));
        var message = Assert.Single(await _rig.Lanes.ReceiveAsync(Room.For(1, Account), TimeSpan.Zero, default));
        await TakeAsync(1);

        Assert.Null(await _rig.Lanes.RenewAsync(message, Hold, default));
    }

    [Fact]
    public async Task Every_lane_is_polled_at_first_and_then_once_per_pause()
    {
        _rig.MakeAllThere();
        await TakeAsync(1);
        Assert.Equal(3, LookedAt().Count);

        for (var looks = 0; looks < 100; looks++)
        {
            _rig.Time.Advance(Tick);
            await TakeAsync(1);
        }

        // The ticks add up to five seconds.
        Assert.Equal(3 + 5 * 3, _rig.Looks);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public async Task Steady_load_of_one_priority_costs_one_poll_per_batch_and_one_per_second_for_each_higher_lane(int priority)
    {
        const int Seconds = 30, Batch = 4;
        _rig.MakeAllThere();
        await CoolDownAsync();
        var before = AnalysisJob.Bands.ToDictionary(lane => lane, lane => _rig.Queue(Account, lane).Receives);
        var batches = 0;

        for (var left = Seconds * Pause; left > TimeSpan.Zero; left -= Tick)
        {
            await Task.WhenAll(Enumerable.Range(0, Batch).Select(_ => SendAsync(priority, "job")));
            Assert.Equal(Batch, (await TakeAsync(Batch)).Count);
            batches++;
            _rig.Time.Advance(Tick);
        }

        Assert.All(AnalysisJob.Bands, lane => Assert.Equal(
            lane == priority ? batches : lane > priority ? Seconds : 0, _rig.Queue(Account, lane).Receives - before[lane]));
    }

    [Fact]
    public async Task A_message_from_this_process_to_an_empty_lane_is_seen_at_once()
    {
        await CoolDownAsync();

        await SendAsync(3, "job");

        Assert.Equal(["job"], await TakeAsync(1));
    }

    [Fact]
    public async Task A_message_from_another_process_to_an_empty_lane_is_seen_after_the_pause_before_lower_lanes()
    {
        _rig.MakeAllThere();
        await CoolDownAsync();
        await ArriveAsync((9, "high"));
        await SendAsync(2, "low");
        await SendAsync(2, "lower");

        // The design allows this inversion of priorities, but only until the pause ends.
        Assert.Equal(["low"], await TakeAsync(1));
        _rig.Time.Advance(Pause);
        Assert.Equal(["high", "lower"], await TakeAsync(2));
    }

    [Fact]
    public async Task A_lane_that_filled_a_request_is_polled_again()
    {
        _rig.MakeAllThere();
        await CoolDownAsync();
        await ArriveAsync((9, "first"));
        _rig.Time.Advance(Pause);
        Assert.Equal(["first"], await TakeAsync(1));

        await ArriveAsync((9, "second"));

        Assert.Equal(["second"], await TakeAsync(1));
    }

    [Fact]
    public async Task A_delayed_message_is_seen_when_its_delay_ends()
    {
        await SendAsync(5, "now");
        await _rig.Lanes.SendAsync(new WorkItem(Account, "later") { Priority = 5, Delay = 10 * Pause }, default);
        Assert.Equal(["now"], await DrainAsync());

        _rig.Time.Advance(9 * Pause);
        Assert.Empty(await TakeAsync(1));
        _rig.Time.Advance(Pause);
        Assert.Equal(["later"], await TakeAsync(1));
    }

    [Fact]
    public async Task Without_a_pause_every_lane_is_polled_every_time()
    {
        _rig.MakeAllThere();
        var lanes = _rig.NewProcess(pause: TimeSpan.Zero);

        await TakeAsync(1, lanes);
        await TakeAsync(1, lanes);

        Assert.Equal(6, _rig.Looks);
    }

    [Fact]
    public async Task Messages_received_before_a_lane_failed_are_not_lost()
    {
        _rig.MakeAllThere();
        await ArriveAsync((8, "a"), (2, "b"));
        _rig.Queue(Account, 7).Outage.Begin(calls: 1);

        Assert.Equal(["a"], await TakeAsync(2));
        Assert.Equal(["b"], await TakeAsync(2));
    }

    [Fact]
    public async Task A_lane_that_fails_first_is_an_error_and_lower_lanes_are_not_polled()
    {
        _rig.MakeAllThere();
        await CoolDownAsync();
        await ArriveAsync((2, "a"));
        _rig.Time.Advance(Pause);
        _rig.Queue(Account, 10).Outage.Begin(calls: 2);

        await Assert.ThrowsAsync<IOException>(() => TakeAsync(1));
        await Assert.ThrowsAsync<IOException>(() => TakeAsync(1));
        Assert.Equal(["a"], await TakeAsync(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task An_invalid_priority_has_no_lane(int priority) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SendAsync(priority, "job"));

    // Polls every lane until all are cold. Their messages are taken.
    private async Task CoolDownAsync()
    {
        await DrainAsync();
        _rig.Time.Advance(Tick);
    }

    private Task ArriveAsync(params (int Priority, string Text)[] jobs) => _rig.ArriveAsync(Account, jobs);

    private Task<WorkMessage> SendAsync(int priority, string text) =>
        _rig.Lanes.SendAsync(new WorkItem(Account, text) { Priority = priority }, default);

    private async Task<IReadOnlyList<string>> TakeAsync(int max, StorageLanes? lanes = null) =>
        [.. (await (lanes ?? _rig.Lanes).ReceiveAsync(Room.For(max, Account), Hold, default)).Select(message => message.Text)];

    private async Task<IReadOnlyList<string>> DrainAsync()
    {
        var all = new List<string>();
        while (await TakeAsync(1) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        return all;
    }

    private IReadOnlyList<int> LookedAt() =>
        [.. AnalysisJob.Bands.Where(priority => _rig.Queue(Account, priority).Receives > 0)];
}
