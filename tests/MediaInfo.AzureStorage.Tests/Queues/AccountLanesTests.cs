using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

/// <summary>The lanes of several accounts.</summary>
public sealed class AccountLanesTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    private readonly LanesRig _rig = new("a", "b", "c");

    [Fact]
    public async Task Accounts_are_served_in_the_order_of_the_room_regardless_of_priority()
    {
        await _rig.ArriveAsync("a", (10, "a10"), (1, "a1"));
        await _rig.ArriveAsync("b", (1, "b1"), (4, "b2"));

        Assert.Equal(["b2"], await TakeAsync(Room.For(1, "b", "a")));
        Assert.Equal(["a10"], await TakeAsync(Room.For(1, "a", "b")));
    }

    [Fact]
    public async Task Room_for_several_jobs_is_divided_among_accounts_with_work()
    {
        await _rig.ArriveAsync("a", (10, "a1"), (10, "a2"), (10, "a3"), (10, "a4"), (10, "a5"));
        await _rig.ArriveAsync("b", (1, "b1"), (1, "b2"));

        Assert.Equal(["a1", "a2", "a3", "b1", "b2"], (await TakeAsync(Room.For(5, "a", "b", "c"))).Order(StringComparer.Ordinal));
        Assert.Equal(["a4", "a5"], await TakeAsync(Room.For(5, "a", "b", "c")));
    }

    [Fact]
    public async Task Places_that_one_account_does_not_use_go_to_others()
    {
        await _rig.ArriveAsync("a", (10, "a1"));
        await _rig.ArriveAsync("b", (1, "b1"), (1, "b2"), (1, "b3"), (1, "b4"));

        Assert.Equal(["a1", "b1", "b2", "b3", "b4"], (await TakeAsync(Room.For(8, "a", "b", "c"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_accounts_in_the_room_get_places_and_none_more_than_the_limit_for_each()
    {
        await _rig.ArriveAsync("a", (10, "a1"), (10, "a2"));
        await _rig.ArriveAsync("b", (10, "b1"));
        await _rig.ArriveAsync("c", (1, "c1"), (1, "c2"));

        Assert.Equal(["a1", "c1"], await TakeAsync(new Room(Total: 3, Each: 1, ["a", "c"])));
        Assert.Empty(await TakeAsync(Room.None));
    }

    [Fact]
    public async Task Lanes_that_were_never_used_are_not_polled()
    {
        await _rig.ArriveAsync("a", (6, "job"));

        await TakeAsync(Room.For(4, "a", "b", "c"));

        Assert.Equal(1, _rig.Looks);
    }

    [Fact]
    public async Task A_lane_created_by_another_process_is_known_after_the_next_list()
    {
        Assert.Empty(await TakeAsync(Room.For(4, "a", "b", "c")));
        await _rig.ArriveAsync("b", (6, "job"));

        await PassAsync(TimeSpan.FromSeconds(9));
        Assert.Equal((0, 1), (_rig.Looks, _rig.Lists));
        _rig.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["job"], await TakeAsync(Room.For(4, "a", "b", "c")));
        Assert.Equal(2, _rig.Lists);
    }

    [Fact]
    public async Task A_lane_created_by_this_process_is_known_at_once()
    {
        Assert.Empty(await TakeAsync(Room.For(4, "a", "b", "c")));

        await _rig.Lanes.SendAsync(new WorkItem("b", "job") { Priority = 6 }, default);

        Assert.Equal(["job"], await TakeAsync(Room.For(4, "a", "b", "c")));
    }

    [Fact]
    public async Task If_lanes_cannot_be_listed_all_are_polled()
    {
        _rig.Listing.Begin(calls: 1);
        await _rig.ArriveAsync("b", (6, "job"));

        Assert.Equal(["job"], await TakeAsync(Room.For(4, "a", "b", "c")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task An_idle_process_polls_at_most_ten_times_per_pause_and_lists_every_ten_seconds_for_any_number_of_accounts(
        int count)
    {
        string[] accounts = [.. Enumerable.Range(0, count).Select(i => $"account-{i}")];
        var rig = new LanesRig(accounts);
        rig.MakeAllThere();
        await ReceiveAsync();
        Assert.Equal(3 * count, rig.Looks);
        var (looks, lists) = (rig.Looks, rig.Lists);

        for (var second = 0; second < 300; second++)
        {
            rig.Time.Advance(LanesRig.Pause);
            await ReceiveAsync();
        }

        Assert.Equal(300 * Math.Min(10, 3 * count), rig.Looks - looks);
        Assert.Equal(30, rig.Lists - lists);

        // Every lane gets its turn.
        Assert.All(accounts, account => Assert.All(
            AnalysisJob.Bands, band => Assert.Equal(1 + 300 / Math.Max(1, 3 * count / 10), rig.Queue(account, band).Receives)));

        Task<IReadOnlyList<WorkMessage>> ReceiveAsync() => rig.Lanes.ReceiveAsync(Room.For(4, accounts), Hold, default);
    }

    [Fact]
    public async Task Messages_in_the_lanes_of_an_earlier_version_move_to_their_accounts_lanes_and_keep_their_band()
    {
        var (of8, of3) = (Job("a"), Job("b"));
        await ArriveInFormerLaneAsync(8, of8);
        await ArriveInFormerLaneAsync(3, of3);

        var taken = await _rig.Lanes.ReceiveAsync(Room.For(4, "b", "a"), Hold, default);

        Assert.Equal([("b", 3, of3), ("a", 10, of8)], taken.Select(message => (message.Account, message.Priority, message.Text)));
        Assert.Empty(_rig.Queue("analyses-8").Texts);
        Assert.Empty(_rig.Queue("analyses-3").Texts);
    }

    [Fact]
    public async Task Messages_in_an_accounts_lane_of_one_priority_move_to_the_lane_of_its_band()
    {
        var name = StorageNames.AnalysesLanes.Name("b", 5);
        _rig.MakeThere(name);
        await _rig.Queue(name).SendAsync(new WorkItem("", Job("b")), default);

        Assert.Equal([Job("b")], await TakeAsync(Room.For(4, "a", "b", "c")));

        Assert.Empty(_rig.Queue(name).Texts);
        Assert.Single(_rig.Queue("b", 5).Texts);
    }

    [Fact]
    public async Task A_lane_in_which_the_caller_knows_of_a_message_is_polled_before_the_next_list()
    {
        Assert.Empty(await TakeAsync(Room.For(4, "a", "b", "c")));
        await _rig.ArriveAsync("b", (6, "job"));

        Assert.Empty(await TakeAsync(Room.For(4, "a", "b", "c")));
        Assert.Equal(["job"], await TakeAsync(Room.For(4, "a", "b", "c") with { Sent = ("b", 6) }));
    }

    [Fact]
    public async Task Messages_that_an_earlier_version_still_sends_are_moved_within_ten_seconds()
    {
        _rig.MakeThere("analyses-6");
        Assert.Empty(await TakeAsync(Room.For(4, "a", "b", "c")));
        await PassAsync(TimeSpan.FromSeconds(5));
        await ArriveInFormerLaneAsync(6, Job("a"));

        await PassAsync(TimeSpan.FromSeconds(4));
        Assert.NotEmpty(_rig.Queue("analyses-6").Texts);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([Job("a")], await TakeAsync(Room.For(4, "a", "b", "c")));
    }

    [Fact]
    public async Task A_message_in_a_former_lane_stays_there_if_it_cannot_be_moved()
    {
        await ArriveInFormerLaneAsync(6, Job("a"));
        _rig.Queue("a", 6).Outage.Begin(calls: 1);

        await Assert.ThrowsAsync<IOException>(() => TakeAsync(Room.For(4, "a", "b", "c")));
        Assert.NotEmpty(_rig.Queue("analyses-6").Texts);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_rig.Queue("a", 6).Texts);
    }

    [Fact]
    public async Task An_unreadable_message_in_a_former_lane_is_poisoned()
    {
        await ArriveInFormerLaneAsync(6, "odd");

        Assert.Empty(await TakeAsync(Room.For(4, "a", "b", "c")));

        Assert.Equal(["odd"], _rig.Queue("analyses-6").Poison);
    }

    private static string Job(string account) => Messages.WriteAnalyze(new JobKey(account, "0123456789abcdef0123456789abcdef"));

    private async Task ArriveInFormerLaneAsync(int priority, string text)
    {
        var name = StorageNames.AnalysesQueue(priority);
        _rig.MakeThere(name);
        await _rig.Queue(name).SendAsync(new WorkItem("", text), default);
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= LanesRig.Pause)
        {
            _rig.Time.Advance(LanesRig.Pause);
            await TakeAsync(Room.For(4, "a", "b", "c"));
        }
    }

    private async Task<IReadOnlyList<string>> TakeAsync(Room room) =>
        [.. (await _rig.Lanes.ReceiveAsync(room, Hold, default)).Select(message => message.Text)];
}
