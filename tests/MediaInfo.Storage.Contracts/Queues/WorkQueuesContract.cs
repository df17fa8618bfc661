using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Queues;

/// <summary>The contract of <see cref="IWorkQueues"/>: accounts, bands, turns and rooms.</summary>
public abstract class WorkQueuesContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private IWorkQueue Analyses => Rig.Queues.Analyses;

    private string A => Rig.Accounts[0];

    private string B => Rig.Accounts[1];

    private string C => Rig.Accounts[2];

    [Fact]
    public async Task Jobs_of_all_accounts_come_in_the_order_of_the_room_and_by_priority()
    {
        foreach (var account in Rig.Accounts)
        {
            await SendAsync(account, (1, $"low of {account}"), (10, $"high of {account}"));
        }

        var taken = await Analyses.ReceiveAsync(Room.For(3, [.. Rig.Accounts]), Long, default);

        Assert.Equal(Rig.Accounts.Select(account => $"high of {account}"), taken.Select(message => message.Text));
        Assert.Equal(Rig.Accounts, taken.Select(message => message.Account));
        foreach (var message in taken)
        {
            await Analyses.CompleteAsync((await Analyses.RenewAsync(message, Long, default))!, default);
        }

        Assert.Equal(
            Rig.Accounts.Select(account => $"low of {account}"), await TakeAsync(Room.For(6, [.. Rig.Accounts])));
    }

    [Fact]
    public async Task Higher_bands_are_emptied_first_each_in_order_of_arrival()
    {
        await SendAsync(A, (1, "a"), (10, "b"), (6, "c"), (8, "d"), (7, "e"), (4, "f"), (3, "g"));

        Assert.Equal(["b", "d", "c", "e", "f", "a", "g"], await DrainAsync(A));
    }

    [Fact]
    public async Task Free_places_are_filled_from_the_highest_bands()
    {
        await SendAsync(A, (3, "a"), (7, "b"), (5, "c"), (9, "d"));

        Assert.Equal(["d", "b", "c"], await TakeAsync(Room.For(3, A)));
        Assert.Equal(["a"], await TakeAsync(Room.For(3, A)));
    }

    [Fact]
    public async Task A_message_has_a_priority_of_its_band()
    {
        await SendAsync(A, (9, "high"), (5, "middle"), (1, "low"));

        var taken = await Analyses.ReceiveAsync(Room.For(3, A), Long, default);

        Assert.Equal([10, 7, 3], taken.Select(message => AnalysisJob.Bands.Last(highest => highest >= message.Priority)));
        Assert.All(taken, message => Assert.Equal(A, message.Account));
    }

    [Fact]
    public async Task A_renewed_message_keeps_its_account_and_priority()
    {
        await SendAsync(A, (9, "high"));
        var message = Assert.Single(await Analyses.ReceiveAsync(Room.For(1, A), Long, default));

        var renewed = await Analyses.RenewAsync(message, TimeSpan.Zero, default);

        Assert.Equal((message.Account, message.Priority), (renewed!.Account, renewed.Priority));
        await SendAsync(A, (9, "younger"), (1, "low"));
        Assert.Equal("low", (await DrainAsync(A))[^1]);
    }

    [Fact]
    public async Task Messages_are_renewed_completed_and_poisoned_each_in_its_own_band()
    {
        var odd = Unique.Name("odd");
        await SendAsync(A, (10, "ten"), (7, "seven"), (1, odd));
        var messages = await Analyses.ReceiveAsync(Room.For(3, A), Long, default);
        Assert.Equal(["ten", "seven", odd], messages.Select(message => message.Text));

        await Analyses.CompleteAsync((await Analyses.RenewAsync(messages[1], Long, default))!, default);
        await Analyses.PoisonAsync((await Analyses.RenewAsync(messages[2], Long, default))!, default);
        Assert.NotNull(await Analyses.RenewAsync(messages[0], TimeSpan.Zero, default));

        Assert.Equal(["ten"], await DrainAsync(A));
        Assert.Contains(odd, await Rig.TakePoisonAsync(Analyses));
    }

    [Fact]
    public async Task Accounts_are_served_in_the_order_of_the_room_regardless_of_priority()
    {
        await SendAsync(A, (10, "a10"), (1, "a1"));
        await SendAsync(B, (1, "b1"), (4, "b2"));

        Assert.Equal(["b2"], await TakeAsync(Room.For(1, B, A)));
        Assert.Equal(["a10"], await TakeAsync(Room.For(1, A, B)));
    }

    [Fact]
    public async Task Room_for_several_jobs_is_divided_among_accounts_with_work()
    {
        await SendAsync(A, (10, "a1"), (10, "a2"), (10, "a3"), (10, "a4"), (10, "a5"));
        await SendAsync(B, (1, "b1"), (1, "b2"));

        Assert.Equal(["a1", "a2", "b1", "b2"], (await TakeAsync(Room.For(4, A, B, C))).Order(StringComparer.Ordinal));
        Assert.Equal(["a3", "a4", "a5"], await TakeAsync(Room.For(5, A, B, C)));
    }

    [Fact]
    public async Task Places_that_one_account_does_not_use_go_to_others()
    {
        await SendAsync(A, (10, "a1"));
        await SendAsync(B, (1, "b1"), (1, "b2"), (1, "b3"), (1, "b4"));

        Assert.Equal(["a1", "b1", "b2", "b3", "b4"], (await TakeAsync(Room.For(8, A, B, C))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_accounts_in_the_room_get_places_and_none_more_than_the_limit_for_each()
    {
        await SendAsync(A, (10, "a1"), (10, "a2"));
        await SendAsync(B, (10, "b1"));
        await SendAsync(C, (1, "c1"), (1, "c2"));

        Assert.Equal(["a1", "c1"], await TakeAsync(new Room(Total: 3, Each: 1, [A, C])));
        Assert.Empty(await TakeAsync(Room.None));
    }

    [Fact]
    public async Task A_message_that_the_caller_knows_of_is_received()
    {
        await SendAsync(A, (6, "job"));

        Assert.Equal(["job"], await TakeAsync(Room.For(4, A, B) with { Sent = (A, 6) }));
        Assert.Empty(await TakeAsync(Room.For(4, A, B) with { Sent = (B, 6) }));
    }

    [Fact]
    public async Task Receivers_get_every_job_once_by_band_and_age()
    {
        var arrivals = Enumerable.Range(0, 60).Select(i => ((i * 7 % 10) + 1, $"{i:d3}")).ToArray();
        await SendAsync(A, arrivals);
        var taken = new List<string>();

        for (var turn = 0; await TakeAsync(Room.For(1 + (turn % 4), A)) is { Count: > 0 } some; turn++)
        {
            taken.AddRange(some);
        }

        Assert.Equal(
            arrivals
                .OrderByDescending(job => AnalysisJob.Bands.Last(highest => highest >= job.Item1))
                .ThenBy(job => job.Item2, StringComparer.Ordinal)
                .Select(job => job.Item2),
            taken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task A_job_must_have_a_valid_priority(int priority) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SendAsync(A, (priority, "job")));

    [Fact]
    public async Task All_accounts_and_priorities_share_one_poison_queue()
    {
        string[] texts = [Unique.Name("odd"), Unique.Name("odd")];
        await SendAsync(A, (9, texts[0]));
        await SendAsync(B, (1, texts[1]));

        foreach (var message in await Analyses.ReceiveAsync(Room.For(32, A, B), Long, default))
        {
            await Analyses.PoisonAsync(message, default);
        }

        Assert.Empty(texts.Except(await Rig.TakePoisonAsync(Analyses), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Completion_messages_are_received_for_their_account()
    {
        await Rig.Queues.Callbacks.SendAsync(new WorkItem(A, "message"), default);

        Assert.Empty(await Rig.Queues.Callbacks.ReceiveAsync(Room.For(1, B), Long, default));
        var message = Assert.Single(await Rig.Queues.Callbacks.ReceiveAsync(Room.For(32, [.. Rig.Accounts]), Long, default));
        Assert.Equal(("message", A), (message.Text, message.Account));
    }

    [Fact]
    public async Task Jobs_and_completion_messages_do_not_mix()
    {
        await Rig.Queues.Callbacks.SendAsync(new WorkItem(A, "message"), default);
        await SendAsync(A, (6, "job"));

        Assert.Equal(["job"], await DrainAsync(A));
        Assert.Equal(
            ["message"],
            (await Rig.Queues.Callbacks.ReceiveAsync(Room.For(32, A), Long, default)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_call_that_is_not_completed_becomes_visible_where_calls_are_received()
    {
        var sent = await Rig.Queues.Calls.SendAsync(new WorkItem(A, "call") { Priority = 6, Delay = Long }, default);
        Assert.Empty(await Rig.Queues.Calls.ReceiveAsync(Room.For(1, A), Long, default));

        await Rig.Queues.Calls.RenewAsync(sent, TimeSpan.Zero, default);

        Assert.Equal("call", Assert.Single(await Rig.Queues.Calls.ReceiveAsync(Room.For(1, A), Long, default)).Text);
    }

    private async Task SendAsync(string account, params (int Priority, string Text)[] jobs)
    {
        foreach (var (priority, text) in jobs)
        {
            await Analyses.SendAsync(new WorkItem(account, text) { Priority = priority }, default);
        }
    }

    private async Task<IReadOnlyList<string>> TakeAsync(Room room) =>
        [.. (await Analyses.ReceiveAsync(room, Long, default)).Select(message => message.Text)];

    private async Task<IReadOnlyList<string>> DrainAsync(string account)
    {
        var all = new List<string>();
        while (await TakeAsync(Room.For(1, account)) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        return all;
    }
}
