using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Storage.Contracts.Telemetry;

/// <summary>The contract of <see cref="IQueueAges"/>. No other test may use the storage at the same time.</summary>
public abstract class QueueAgesContract(StorageRig rig) : StorageContract(rig)
{
    private const string Low = "analyses-3";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Every_queue_is_reported_even_if_never_used()
    {
        var ages = await Rig.Ages.ReadAsync(default);

        Assert.Equal(["analyses-10", Low, "analyses-7", "callbacks"], ages.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_age_of_a_queue_is_that_of_the_oldest_visible_message_of_all_accounts()
    {
        Assert.Null(await AgeAsync());
        var (one, two) = (Rig.Accounts[0], Rig.Accounts[1]);

        await SendAsync(two, "waits already");
        var older = await AgeAsync();
        Assert.NotNull(older);
        await Rig.PassAsync(Moment);
        await SendAsync(one, "is younger");
        Assert.Equal(older, await AgeAsync());

        var taken = Assert.Single(await Rig.Queues.Analyses.ReceiveAsync(Room.For(1, two), Long, default));
        var younger = await AgeAsync();
        Assert.True(younger > older, $"{younger} is not after {older}");
        await Rig.Queues.Analyses.CompleteAsync(taken, default);
        await Rig.Queues.Analyses.ReceiveAsync(Room.For(1, one), Long, default);
        Assert.Null(await AgeAsync());
    }

    [Fact]
    public async Task A_message_put_back_is_as_old_as_before()
    {
        await SendAsync(Account, "text");
        var before = await AgeAsync();
        await Rig.PassAsync(Moment);

        var taken = Assert.Single(await Rig.Queues.Analyses.ReceiveAsync(Room.For(1, Account), Long, default));
        await Rig.Queues.Analyses.RenewAsync(taken, TimeSpan.Zero, default);

        Assert.Equal(before, await AgeAsync());
        await Rig.Queues.Analyses.ReceiveAsync(Room.For(1, Account), Long, default);
    }

    [Fact]
    public async Task Completion_messages_count_as_another_queue()
    {
        await Rig.Queues.Callbacks.SendAsync(new WorkItem(Account, "text"), default);

        var ages = await Rig.Ages.ReadAsync(default);

        Assert.NotNull(ages["callbacks"]);
        Assert.Null(ages[Low]);
        await Rig.Queues.Callbacks.ReceiveAsync(Room.For(1, Account), Long, default);
    }

    [Fact]
    public async Task A_cancelled_call_throws() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rig.Ages.ReadAsync(Cancelled));

    private async Task<DateTimeOffset?> AgeAsync() => (await Rig.Ages.ReadAsync(default))[Low];

    private Task<WorkMessage> SendAsync(string account, string text) =>
        Rig.Queues.Analyses.SendAsync(new WorkItem(account, text) { Priority = 2 }, default);
}
