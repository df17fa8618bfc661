using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Queues;

public sealed class FairSharesTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    [Fact]
    public void A_single_account_may_fill_all_places_but_no_more()
    {
        var shares = Shares(places: 3, guests: 3);

        Assert.Equal(3, shares.GetRoom().Each);
        Begin(shares, "a", "a", "a");

        Assert.DoesNotContain("a", shares.GetRoom().Accounts);
        shares.End("a");
        Assert.Equal(1, shares.GetRoom().Each);
    }

    [Fact]
    public void When_every_place_is_taken_an_account_with_no_work_is_a_guest()
    {
        var shares = Shares(places: 2, guests: 2);
        Begin(shares, "a", "a");

        var room = shares.GetRoom();

        Assert.Equal((2, 1), (room.Total, room.Each));
        Assert.Equal(["b", "c"], room.Accounts);
    }

    [Fact]
    public void A_guest_has_its_fair_share_and_no_more()
    {
        var shares = Shares(places: 4, guests: 4);
        Begin(shares, "a", "a", "a", "a", "b");
        Assert.Contains("b", shares.GetRoom().Accounts);

        shares.Begin("b");

        // Its share is two of four places, because one other account is active.
        Assert.Equal(["c"], shares.GetRoom().Accounts);
    }

    [Fact]
    public void The_total_number_of_guests_is_limited()
    {
        var shares = Shares(places: 1, guests: 1);
        Begin(shares, "a", "b");

        Assert.Equal(Room.None, shares.GetRoom());

        shares.End("a");
        Assert.Equal(["c", "a"], shares.GetRoom().Accounts);
    }

    [Fact]
    public void Without_guest_places_an_account_waits_for_a_place_and_then_comes_first()
    {
        var shares = Shares(places: 2, guests: 0);
        Begin(shares, "a", "a");
        Assert.Equal(Room.None, shares.GetRoom());

        shares.End("a");

        Assert.Equal(["b", "c", "a"], shares.GetRoom().Accounts);
    }

    [Fact]
    public void The_account_with_the_least_work_comes_first_then_the_longest_waiting()
    {
        var shares = Shares(places: 8, guests: 0);
        Begin(shares, "b", "c", "a", "b");

        Assert.Equal(["c", "a", "b"], shares.GetRoom().Accounts);
        Assert.Equal(["c", "a", "b"], shares.GetRoom(first: "b").Accounts);
        Assert.Equal(["a", "c", "b"], shares.GetRoom(first: "a").Accounts);
    }

    [Fact]
    public void While_guests_run_no_account_takes_more_than_its_share()
    {
        var shares = Shares(places: 4, guests: 4);
        Begin(shares, "a", "a", "a", "a", "b", "b");

        shares.End("a");
        Assert.Equal(["c"], shares.GetRoom().Accounts);
        shares.End("a");
        Assert.Equal(["c"], shares.GetRoom().Accounts);

        shares.End("a");
        Assert.Equal(["c", "a", "b"], shares.GetRoom().Accounts);
    }

    [Fact]
    public async Task Work_that_finds_no_room_begins_when_other_work_ends()
    {
        var shares = Shares(places: 1, guests: 1);
        await shares.EnterAsync("a", default);
        await shares.EnterAsync("b", default);
        var waiting = shares.EnterAsync("c", default);
        Assert.False(waiting.IsCompleted);

        shares.End("a");
        await waiting.SoonAsync();

        Assert.Equal(Room.None, shares.GetRoom());
    }

    [Fact]
    public async Task Work_that_stops_waiting_takes_no_room()
    {
        var shares = Shares(places: 1, guests: 0);
        using var stop = new CancellationTokenSource();
        shares.Begin("a");
        var waiting = shares.EnterAsync("b", stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        shares.End("a");

        Assert.Equal(1, shares.GetRoom().Total);
    }

    [Fact]
    public void Work_of_an_unconfigured_account_counts_while_it_runs()
    {
        var shares = Shares(places: 1, guests: 0);

        shares.Begin("removed");
        Assert.Equal(Room.None, shares.GetRoom());
        shares.End("removed");

        Assert.Equal(1, shares.GetRoom().Total);
    }

    // Counted in turns, not in time: a turn lasts as long as a job of the account.
    [Theory]
    [InlineData(1, 2, "b")]
    [InlineData(2, 2, "b")]
    [InlineData(8, 2, "b")]
    [InlineData(2, 2, "b", "c")]
    [InlineData(8, 4, "b", "c")]
    public async Task Beside_accounts_with_endless_work_another_keeps_a_good_part_of_its_throughput(
        int places, int part, params string[] neighbours)
    {
        const int Turns = 50;
        var quiet = await DoneAsync(neighbours: []);
        var beside = await DoneAsync(neighbours);

        Assert.Equal(places * Turns, quiet);
        Assert.InRange(beside, quiet / part, quiet);

        async Task<int> DoneAsync(string[] neighbours)
        {
            var shares = Shares(places, guests: places);
            var queue = new InMemoryWorkQueue("jobs", new ManualTimeProvider());
            await SendAsync(queue, count: 40, priority: 10, neighbours);
            await BeginAllAsync(shares, queue);
            await SendAsync(queue, count: places * Turns, priority: 1, "a");
            var done = 0;
            for (var turn = 0; turn < Turns; turn++)
            {
                var ended = (await BeginAllAsync(shares, queue)).Where(account => account is "a").ToList();
                ended.ForEach(shares.End);
                done += ended.Count;
            }

            return done;
        }
    }

    private static async Task SendAsync(InMemoryWorkQueue queue, int count, int priority, params string[] accounts)
    {
        foreach (var account in Enumerable.Range(0, count).SelectMany(_ => accounts))
        {
            await queue.SendAsync(new WorkItem(account, "job") { Priority = priority }, default);
        }
    }

    private static async Task<List<string>> BeginAllAsync(FairShares shares, InMemoryWorkQueue queue)
    {
        var begun = new List<string>();
        while (shares.GetRoom() is { Total: > 0 } room
            && await queue.ReceiveAsync(room, Hold, default) is { Count: > 0 } taken)
        {
            Begin(shares, [.. taken.Select(message => message.Account)]);
            begun.AddRange(taken.Select(message => message.Account));
        }

        return begun;
    }

    private static FairShares Shares(int places, int guests) => new(["a", "b", "c"], places, guests);

    private static void Begin(FairShares shares, params string[] accounts) => Array.ForEach(accounts, shares.Begin);
}
