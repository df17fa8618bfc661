using MediaInfo.Core.Health;
using MediaInfo.Core.Queues;
using MediaInfo.Storage.Contracts.Jobs;

namespace MediaInfo.Storage.Contracts.Health;

/// <summary>The contract of <see cref="IStorageSetup"/>, which the rig calls at its start.</summary>
public abstract class StorageSetupContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Preparing_again_and_concurrently_keeps_what_is_there()
    {
        var stored = await Rig.Jobs.AddAsync(UniqueJobs.New(Account), default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Rig.Setup.PrepareAsync(default))));

        Assert.Equal(stored, await Rig.Jobs.FindAsync(stored!.Job.Key, default));
    }

    [Fact]
    public async Task Preparing_again_takes_no_message_from_its_holder()
    {
        await Rig.Queues.Analyses.SendAsync(new WorkItem(Account, "job") { Priority = 6 }, default);
        var held = Assert.Single(await Rig.Queues.Analyses.ReceiveAsync(Room.For(1, Account), Long, default));

        await Rig.Setup.PrepareAsync(default);

        Assert.Empty(await Rig.Queues.Analyses.ReceiveAsync(Room.For(1, Account), Long, default));
        Assert.NotNull(await Rig.Queues.Analyses.RenewAsync(held, Long, default));
    }

    [Fact]
    public async Task A_cancelled_preparation_throws() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rig.Setup.PrepareAsync(Cancelled));
}
