using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.Storage.Contracts.Library;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Storage.Contracts.Retention;

/// <summary>A sweep over a storage, years in the future, so that what the storage dates today is old.</summary>
/// <param name="rig">The storage.</param>
/// <param name="results">Results that the sweep removes instead of those of the storage; null for those.</param>
internal sealed class SweepRig(StorageRig rig, IResultStore? results = null)
{
    private readonly IdSource _ids = new();

    public static DateTimeOffset Now { get; } = new(2099, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Old { get; } = Now.AddDays(-91);

    public static DateTimeOffset Young { get; } = Now.AddDays(-89);

    public string Account { get; } = Unique.Name("account");

    public ManualTimeProvider Time { get; } = new(Now);

    private JobFiles Files { get; } = new(rig.Files, rig.Objects);

    public Task<SweepCount> SweepAsync(RetentionOptions? options = null)
    {
        var removed = results ?? rig.Results;
        var names = new AssetNames(rig.Claims, rig.Assets, Time);
        var deletion = new AssetDeletion(rig.Assets, names, Files, events: null!, Time);
        return new RetentionSweep(
            rig.Retention,
            new OldJobs(rig.JobIndex, rig.Jobs, removed, Files, rig.Assets),
            new OldAssets(rig.Assets, deletion, rig.Jobs, removed, rig.Retention),
            rig.Jobs,
            rig.Held,
            options ?? new RetentionOptions(),
            Time,
            NullLogger<RetentionSweep>.Instance).RunAsync(default);
    }

    /// <summary>
    /// Stores a job with two result parts. It was accepted at that time and, if the state is final, also ended then.
    /// </summary>
    public async Task<JobKey> AddJobAsync(
        DateTimeOffset at, JobState state, string dialect = "mps", string input = "{}", DateTimeOffset? endedAt = null)
    {
        var job = UniqueJobs.New() with
        {
            Key = new JobKey(Account, _ids.NewJobId(at)),
            Dialect = dialect,
            CreatedAt = at,
            State = state,
            SubmittedInput = input,
            EndedAt = JobTransitions.IsFinal(state) ? endedAt ?? at : null,
        };
        await rig.Jobs.AddAsync(job, default);
        await rig.Results.AddAsync(job.Key, ResultPart.Streams, "{}"u8.ToArray(), default);
        await rig.Results.AddAsync(job.Key, ResultPart.Packets, "{}"u8.ToArray(), default);
        return job.Key;
    }

    /// <summary>Stores a job that succeeded with two pictures in the service's own bucket.</summary>
    public async Task<JobKey> AddDecodingJobAsync(DateTimeOffset at, string dialect = "ims-snapshots", string input = "{}")
    {
        var key = await AddJobAsync(at, JobState.Succeeded, dialect, input);
        var read = (await rig.Jobs.FindAsync(key, default))!;
        var extras = AnalysisExtras.None with { Frames = [new FrameOrder(FrameOrderKind.Snapshots)] };
        await rig.Jobs.ReplaceAsync(read, read.Job with { Extras = extras }, default);
        foreach (var name in new[] { "0/00001.jpg", "0/00002.jpg" })
        {
            await Files.WriteAsync(key, name, "picture"u8.ToArray(), "image/jpeg", default);
        }

        return key;
    }

    /// <summary>The names of the files that a job made in the service's own bucket.</summary>
    public async Task<IEnumerable<string>> FilesOfAsync(JobKey job)
    {
        var folder = JobFiles.Locate(job, "");
        var listed = await rig.Objects.ListAsync(folder.Bucket, folder.Key, default);
        return (listed?.Keys ?? []).Select(key => key[folder.Key.Length..]).Order(StringComparer.Ordinal);
    }

    /// <summary>Stores an asset whose analysis has ended.</summary>
    public async Task<Asset> AddAssetAsync(string jobId, DateTimeOffset? deletedAt = null, string? id = null)
    {
        var asset = TestAssets.New(Account, id).Analyzed() with { JobId = jobId };
        asset = deletedAt is { } at ? asset.Deleted(at) : asset;
        await rig.Assets.AddAsync(asset, default);
        return asset;
    }

    /// <summary>Whether the job's document and its result exist.</summary>
    public async Task<(bool Job, bool Result)> IsThereAsync(JobKey job) => (
        await rig.Jobs.FindAsync(job, default) is not null,
        await rig.Results.FindAsync(job, ResultPart.Streams, default) is not null
            || await rig.Results.FindAsync(job, ResultPart.Packets, default) is not null);

    public async Task<bool> IsHeldAsync(HeldJob held) =>
        await rig.Held.ListAsync(held.Job.Account, held.PipelineId, default).AnyAsync(note => note.Held == held);
}
