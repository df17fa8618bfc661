using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Retention;

/// <remarks>Uses its own storage, because a sweep covers everything in it.</remarks>
public sealed class RetentionSweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime, IDisposable
{
    private const string Pipeline = "00000000000000000000000000000001";
    private readonly StorageClients _clients = TestClients.To(azurite.ConnectionString);

    private RetentionRig Rig => field ??= new RetentionRig(_clients);

    public Task InitializeAsync() => _clients.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clients.Dispose();

    [Theory]
    [InlineData(JobState.Succeeded, "mps", false)]
    [InlineData(JobState.Failed, "mps", false)]
    [InlineData(JobState.Canceled, "ims", false)]
    [InlineData(JobState.Succeeded, "ims-library", false)]
    [InlineData(JobState.Waiting, "mps", true)]
    [InlineData(JobState.Running, "ims", true)]
    [InlineData(JobState.Running, "ims-library", true)]
    public async Task Old_jobs_that_ended_are_removed_with_their_results(JobState state, string dialect, bool stays)
    {
        var job = await Rig.AddJobAsync(RetentionRig.Old, state, dialect);

        await Rig.SweepAsync();

        Assert.Equal((stays, stays), await Rig.IsThereAsync(job));
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Running)]
    public async Task Young_jobs_are_kept(JobState state)
    {
        var job = await Rig.AddJobAsync(RetentionRig.Young, state);

        await Rig.SweepAsync();

        Assert.Equal((true, true), await Rig.IsThereAsync(job));
    }

    [Fact]
    public async Task The_age_of_a_job_counts_from_its_end()
    {
        var job = await Rig.AddJobAsync(RetentionRig.Old, JobState.Succeeded, endedAt: RetentionRig.Young);

        await Rig.SweepAsync();
        Assert.Equal((true, true), await Rig.IsThereAsync(job));

        Rig.Time.Advance(TimeSpan.FromDays(2));
        await Rig.SweepAsync();
        Assert.Equal((false, false), await Rig.IsThereAsync(job));
    }

    [Fact]
    public async Task Without_a_retention_period_jobs_are_kept_forever()
    {
        var job = await Rig.AddJobAsync(RetentionRig.Old.AddYears(-9), JobState.Succeeded);

        await Rig.SweepAsync(new RetentionOptions { Days = 0 });

        Assert.Equal((true, true), await Rig.IsThereAsync(job));
    }

    [Fact]
    public async Task Results_that_an_asset_uses_are_kept_until_the_asset_is_removed()
    {
        var id = Guid.NewGuid().ToString("N");
        var job = await Rig.AddJobAsync(RetentionRig.Old, JobState.Succeeded, AssetAnalysis.JobDialect, id);
        await Rig.AddAssetAsync(job.Id, id: id);

        await Rig.SweepAsync();
        Assert.Equal((false, true), await Rig.IsThereAsync(job));

        var read = (await Rig.Assets.FindAsync(new AssetKey(Rig.Account, id), default))!;
        await Rig.Assets.ReplaceAsync(read, read.Asset.Deleted(RetentionRig.Old), default);
        await Rig.SweepAsync();
        Assert.Equal((false, false), await Rig.IsThereAsync(job));
        Assert.Null(await Rig.Assets.FindAsync(new AssetKey(Rig.Account, id), default));
    }

    [Fact]
    public async Task An_analysis_that_its_asset_has_not_recorded_yet_is_kept()
    {
        var id = Guid.NewGuid().ToString("N");
        var job = await Rig.AddJobAsync(RetentionRig.Old, JobState.Succeeded, AssetAnalysis.JobDialect, id);
        var asset = await Rig.AddAssetAsync(job.Id, id: id);
        var read = (await Rig.Assets.FindAsync(asset.Key, default))!;
        await Rig.Assets.ReplaceAsync(read, asset with { AnalyzedAt = null, Status = AssetStatus.Preparing }, default);

        await Rig.SweepAsync();

        Assert.Equal((true, true), await Rig.IsThereAsync(job));
    }

    [Fact]
    public async Task A_deleted_asset_is_removed_with_its_remaining_claims()
    {
        var old = await Rig.AddAssetAsync("0123456789abcdef0123456789abcdef", RetentionRig.Old);
        var young = await Rig.AddAssetAsync("0123456789abcdef0123456789abcdef", RetentionRig.Young);
        var left = ClaimName.Of(Rig.Account, old.Source);
        var taken = ClaimName.OfReference(Rig.Account, old.ReferenceId!);
        await Rig.Claims.WriteAsync(left, new AssetClaim(old.Key.Id, RetentionRig.Old), over: null, default);
        await Rig.Claims.WriteAsync(taken, new AssetClaim(young.Key.Id, RetentionRig.Old), over: null, default);

        await Rig.SweepAsync();

        Assert.Null(await Rig.Assets.FindAsync(old.Key, default));
        Assert.NotNull(await Rig.Assets.FindAsync(young.Key, default));
        Assert.Null(await Rig.Claims.FindAsync(left, default));
        Assert.NotNull(await Rig.Claims.FindAsync(taken, default));
    }

    [Fact]
    public async Task Notes_of_waiting_jobs_are_kept_and_all_others_removed()
    {
        var waiting = new HeldJob(await Rig.AddJobAsync(RetentionRig.Old, JobState.Waiting), Pipeline);
        var gone = new HeldJob(new JobKey(Rig.Account, new IdSource().NewJobId(RetentionRig.Old)), Pipeline);
        var fresh = new HeldJob(new JobKey(Rig.Account, new IdSource().NewJobId(RetentionRig.Young)), Pipeline);
        foreach (var note in new[] { waiting, gone, fresh })
        {
            await Rig.Held.AddAsync(note, default);
        }

        await Rig.SweepAsync();

        Assert.True(await Rig.IsHeldAsync(waiting));
        Assert.False(await Rig.IsHeldAsync(gone));
        Assert.True(await Rig.IsHeldAsync(fresh));
    }

    [Fact]
    public async Task Nonces_are_removed_when_no_signature_of_their_hour_is_valid_anymore()
    {
        var key = AzuriteFixture.UniqueName("key");
        await Rig.Nonces.TryUseAsync(key, "old", RetentionRig.Now.AddHours(-2), default);
        await Rig.Nonces.TryUseAsync(key, "young", RetentionRig.Now.AddMinutes(-20), default);

        await Rig.SweepAsync(new RetentionOptions { Days = 0 });

        Assert.True(await Rig.Nonces.TryUseAsync(key, "old", RetentionRig.Now.AddHours(-2), default));
        Assert.False(await Rig.Nonces.TryUseAsync(key, "young", RetentionRig.Now.AddMinutes(-20), default));
    }

    [Fact]
    public async Task Two_concurrent_sweeps_remove_each_job_once()
    {
        // What other tests left.
        await Rig.SweepAsync();
        var jobs = new List<JobKey>();
        for (var i = 0; i < 30; i++)
        {
            jobs.Add(await Rig.AddJobAsync(RetentionRig.Old.AddDays(-100).AddMinutes(i), JobState.Succeeded));
        }

        await Rig.SweepAsync(new RetentionOptions { Days = 0 });
        var counts = await Task.WhenAll(Rig.SweepAsync(), Rig.SweepAsync());

        Assert.Equal(30, counts.Sum(count => count.Jobs));
        foreach (var job in jobs)
        {
            Assert.Equal((false, false), await Rig.IsThereAsync(job));
        }
    }

    [Fact]
    public async Task An_interrupted_sweep_leaves_the_document_and_the_next_sweep_continues()
    {
        using var nowhere = TestClients.ToNowhere();
        var rig = new RetentionRig(_clients, broken: nowhere);
        var job = await rig.AddJobAsync(RetentionRig.Old, JobState.Succeeded);
        await Assert.ThrowsAsync<IOException>(() => rig.SweepAsync());
        Assert.Equal((true, true), await rig.IsThereAsync(job));

        // The other point of interruption: the results are gone, but the document still exists.
        await rig.Results.RemoveAsync(job, default);
        Assert.Equal((true, false), await rig.IsThereAsync(job));

        var whole = new RetentionRig(_clients);
        await whole.SweepAsync();
        Assert.Equal((false, false), await whole.IsThereAsync(job));
    }

    [Fact]
    public async Task A_job_changed_after_it_was_read_keeps_its_document()
    {
        var key = await Rig.AddJobAsync(RetentionRig.Old, JobState.Succeeded);
        var read = (await Rig.Jobs.FindAsync(key, default))!;
        await Rig.Jobs.ReplaceAsync(read, read.Job with { Callback = CallbackResult.Delivered("late") }, default);

        Assert.False(await Rig.Jobs.RemoveAsync(read, default));

        Assert.NotNull(await Rig.Jobs.FindAsync(key, default));
    }
}
