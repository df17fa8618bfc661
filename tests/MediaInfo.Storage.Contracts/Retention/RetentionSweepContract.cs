using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.Core.Topics;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Storage.Contracts.Retention;

/// <summary>
/// What a <see cref="RetentionSweep"/> does on a storage. It covers everything there, so no other test may use the storage at
/// the same time.
/// </summary>
public abstract class RetentionSweepContract(StorageRig rig) : StorageContract(rig)
{
    private const string Pipeline = "00000000000000000000000000000001";

    private SweepRig Sweeps => field ??= new SweepRig(Rig);

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
        var job = await Sweeps.AddJobAsync(SweepRig.Old, state, dialect);

        await Sweeps.SweepAsync();

        Assert.Equal((stays, stays), await Sweeps.IsThereAsync(job));
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Running)]
    public async Task Young_jobs_are_kept(JobState state)
    {
        var job = await Sweeps.AddJobAsync(SweepRig.Young, state);

        await Sweeps.SweepAsync();

        Assert.Equal((true, true), await Sweeps.IsThereAsync(job));
    }

    [Fact]
    public async Task The_age_of_a_job_counts_from_its_end()
    {
        var job = await Sweeps.AddJobAsync(SweepRig.Old, JobState.Succeeded, endedAt: SweepRig.Young);

        await Sweeps.SweepAsync();
        Assert.Equal((true, true), await Sweeps.IsThereAsync(job));

        Sweeps.Time.Advance(TimeSpan.FromDays(2));
        await Sweeps.SweepAsync();
        Assert.Equal((false, false), await Sweeps.IsThereAsync(job));
    }

    [Fact]
    public async Task Without_a_retention_period_jobs_are_kept_forever()
    {
        var job = await Sweeps.AddJobAsync(SweepRig.Old.AddYears(-9), JobState.Succeeded);

        await Sweeps.SweepAsync(new RetentionOptions { Days = 0 });

        Assert.Equal((true, true), await Sweeps.IsThereAsync(job));
    }

    [Fact]
    public async Task Results_that_an_asset_uses_are_kept_until_the_asset_is_removed()
    {
        var id = Unique.Id();
        var job = await Sweeps.AddJobAsync(SweepRig.Old, JobState.Succeeded, AssetAnalysis.JobDialect, id);
        await Sweeps.AddAssetAsync(job.Id, id: id);

        await Sweeps.SweepAsync();
        Assert.Equal((false, true), await Sweeps.IsThereAsync(job));

        var read = (await Rig.Assets.FindAsync(new AssetKey(Sweeps.Account, id), default))!;
        await Rig.Assets.ReplaceAsync(read, read.Asset.Deleted(SweepRig.Old), default);
        await Sweeps.SweepAsync();
        Assert.Equal((false, false), await Sweeps.IsThereAsync(job));
        Assert.Null(await Rig.Assets.FindAsync(new AssetKey(Sweeps.Account, id), default));
    }

    [Fact]
    public async Task An_analysis_that_its_asset_has_not_recorded_yet_is_kept()
    {
        var id = Unique.Id();
        var job = await Sweeps.AddJobAsync(SweepRig.Old, JobState.Succeeded, AssetAnalysis.JobDialect, id);
        var asset = await Sweeps.AddAssetAsync(job.Id, id: id);
        var read = (await Rig.Assets.FindAsync(asset.Key, default))!;
        await Rig.Assets.ReplaceAsync(read, asset with { AnalyzedAt = null, Status = AssetStatus.Preparing }, default);

        await Sweeps.SweepAsync();

        Assert.Equal((true, true), await Sweeps.IsThereAsync(job));
    }

    [Fact]
    public async Task The_files_that_an_old_job_made_in_the_services_own_bucket_are_removed_and_no_others()
    {
        var old = await Sweeps.AddDecodingJobAsync(SweepRig.Old);
        var young = await Sweeps.AddDecodingJobAsync(SweepRig.Young);

        await Sweeps.SweepAsync();

        Assert.Equal((false, false), await Sweeps.IsThereAsync(old));
        Assert.Empty(await Sweeps.FilesOfAsync(old));
        Assert.Equal(["0/00001.jpg", "0/00002.jpg"], await Sweeps.FilesOfAsync(young));
    }

    [Fact]
    public async Task The_pictures_of_an_asset_are_kept_until_the_asset_is_removed()
    {
        var id = Unique.Id();
        var job = await Sweeps.AddDecodingJobAsync(SweepRig.Old, AssetFrames.JobDialect, id);
        var asset = await Sweeps.AddAssetAsync(Unique.Id(), id: id);
        var read = (await Rig.Assets.FindAsync(asset.Key, default))!;
        await Rig.Assets.ReplaceAsync(
            read, asset with { Frames = new AssetWork(job.Id, AssetWorkState.Succeeded) }, default);

        await Sweeps.SweepAsync();
        Assert.Equal((false, true), await Sweeps.IsThereAsync(job));
        Assert.Equal(["0/00001.jpg", "0/00002.jpg"], await Sweeps.FilesOfAsync(job));

        read = (await Rig.Assets.FindAsync(asset.Key, default))!;
        await Rig.Assets.ReplaceAsync(read, read.Asset.Deleted(SweepRig.Old), default);
        await Sweeps.SweepAsync();
        Assert.Equal((false, false), await Sweeps.IsThereAsync(job));
        Assert.Empty(await Sweeps.FilesOfAsync(job));
    }

    [Fact]
    public async Task A_deleted_asset_is_removed_with_its_remaining_claims()
    {
        var old = await Sweeps.AddAssetAsync("0123456789abcdef0123456789abcdef", SweepRig.Old);
        var young = await Sweeps.AddAssetAsync("0123456789abcdef0123456789abcdef", SweepRig.Young);
        var left = ClaimName.Of(Sweeps.Account, old.Source);
        var taken = ClaimName.OfReference(Sweeps.Account, old.ReferenceId!);
        await Rig.Claims.WriteAsync(left, new AssetClaim(old.Key.Id, SweepRig.Old), over: null, default);
        await Rig.Claims.WriteAsync(taken, new AssetClaim(young.Key.Id, SweepRig.Old), over: null, default);

        await Sweeps.SweepAsync();

        Assert.Null(await Rig.Assets.FindAsync(old.Key, default));
        Assert.NotNull(await Rig.Assets.FindAsync(young.Key, default));
        Assert.Null(await Rig.Claims.FindAsync(left, default));
        Assert.NotNull(await Rig.Claims.FindAsync(taken, default));
    }

    [Fact]
    public async Task Notes_of_waiting_jobs_are_kept_and_all_others_removed()
    {
        var waiting = new HeldJob(await Sweeps.AddJobAsync(SweepRig.Old, JobState.Waiting), Pipeline);
        var gone = new HeldJob(new JobKey(Sweeps.Account, new IdSource().NewJobId(SweepRig.Old)), Pipeline);
        var fresh = new HeldJob(new JobKey(Sweeps.Account, new IdSource().NewJobId(SweepRig.Young)), Pipeline);
        foreach (var note in new[] { waiting, gone, fresh })
        {
            await Rig.Held.AddAsync(note, default);
        }

        await Sweeps.SweepAsync();

        Assert.True(await Sweeps.IsHeldAsync(waiting));
        Assert.False(await Sweeps.IsHeldAsync(gone));
        Assert.True(await Sweeps.IsHeldAsync(fresh));
    }

    [Fact]
    public async Task Nonces_are_removed_when_no_signature_of_their_hour_is_valid_anymore()
    {
        var key = Unique.Name("key");
        await Rig.Nonces.TryUseAsync(key, "old", SweepRig.Now.AddHours(-2), default);
        await Rig.Nonces.TryUseAsync(key, "young", SweepRig.Now.AddMinutes(-20), default);

        await Sweeps.SweepAsync(new RetentionOptions { Days = 0 });

        Assert.True(await Rig.Nonces.TryUseAsync(key, "old", SweepRig.Now.AddHours(-2), default));
        Assert.False(await Rig.Nonces.TryUseAsync(key, "young", SweepRig.Now.AddMinutes(-20), default));
    }

    [Fact]
    public async Task Messages_of_topics_are_removed_when_none_of_their_hour_is_delivered_anymore()
    {
        var old = new TopicMessage(Sweeps.Account, "topic", "OLD", "text", Tag: null, SweepRig.Now.AddHours(-25));
        var young = old with { Id = "YOUNG", PublishedAt = SweepRig.Now.AddHours(-23) };
        await Rig.TopicMessages.WriteAsync(old, default);
        await Rig.TopicMessages.WriteAsync(young, default);

        var count = await Sweeps.SweepAsync(new RetentionOptions { Days = 0 });

        Assert.True(count.TopicMessages >= 1);
        Assert.Null(await Rig.TopicMessages.FindAsync(old.Account, old.Id, old.PublishedAt, default));
        Assert.Equal(young, await Rig.TopicMessages.FindAsync(young.Account, young.Id, young.PublishedAt, default));
    }

    [Fact]
    public async Task Two_concurrent_sweeps_remove_each_job_once()
    {
        // What other tests left.
        await Sweeps.SweepAsync();
        var jobs = new List<JobKey>();
        for (var i = 0; i < 30; i++)
        {
            jobs.Add(await Sweeps.AddJobAsync(SweepRig.Old.AddDays(-100).AddMinutes(i), JobState.Succeeded));
        }

        await Sweeps.SweepAsync(new RetentionOptions { Days = 0 });
        var counts = await Task.WhenAll(Sweeps.SweepAsync(), Sweeps.SweepAsync());

        Assert.Equal(30, counts.Sum(count => count.Jobs));
        foreach (var job in jobs)
        {
            Assert.Equal((false, false), await Sweeps.IsThereAsync(job));
        }
    }

    [Fact]
    public async Task An_interrupted_sweep_leaves_the_document_and_the_next_sweep_continues()
    {
        var away = new InMemoryResultStore();
        away.Outage.Begin();
        var interrupted = new SweepRig(Rig, away);
        var job = await interrupted.AddJobAsync(SweepRig.Old, JobState.Succeeded);
        await Assert.ThrowsAsync<IOException>(() => interrupted.SweepAsync());
        Assert.Equal((true, true), await interrupted.IsThereAsync(job));

        // The other point of interruption: the results are gone, but the document still exists.
        await Rig.Results.RemoveAsync(job, default);
        Assert.Equal((true, false), await interrupted.IsThereAsync(job));

        await Sweeps.SweepAsync();
        Assert.Equal((false, false), await interrupted.IsThereAsync(job));
    }
}
