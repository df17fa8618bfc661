using Azure.Storage.Blobs;
using MediaInfo.AzureStorage.Accounts;
using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Library;
using MediaInfo.AzureStorage.Pipelines;
using MediaInfo.AzureStorage.Retention;
using MediaInfo.AzureStorage.Tests.Library;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.AzureStorage.Tests.Retention;

/// <summary>A sweep over the storage emulator, years in the future, so that what the emulator dates today is old.</summary>
internal sealed class RetentionRig(StorageClients clients, StorageClients? broken = null)
{
    private readonly IdSource _ids = new();

    public static DateTimeOffset Now { get; } = new(2099, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Old { get; } = Now.AddDays(-91);

    public static DateTimeOffset Young { get; } = Now.AddDays(-89);

    public string Account { get; } = AzuriteFixture.UniqueName("account");

    public ManualTimeProvider Time { get; } = new(Now);

    public BlobJobStore Jobs { get; } = new(clients, NullLogger<BlobJobStore>.Instance);

    public BlobResultStore Results { get; } = new(clients);

    public BlobAssetStore Assets { get; } = new(clients);

    public BlobAssetClaims Claims { get; } = new(clients);

    public BlobHeldJobs Held { get; } = new(clients);

    public BlobNonceStore Nonces { get; } = new(clients);

    public BlobContainerClient NonceBlobs { get; } = clients.Blobs.GetBlobContainerClient(StorageNames.NoncesContainer);

    public RetentionSweep Sweep(RetentionOptions? options = null)
    {
        var names = new AssetNames(Claims, Assets, Time);
        var store = new BlobRetentionStore(clients);
        var results = broken is null ? Results : new BlobResultStore(broken);
        return new RetentionSweep(
            store,
            new OldJobs(new BlobJobIndex(clients), Jobs, results, Assets),
            new OldAssets(Assets, new AssetDeletion(Assets, names, events: null!, Time), Jobs, results, store),
            Jobs,
            Held,
            options ?? new RetentionOptions(),
            Time,
            NullLogger<RetentionSweep>.Instance);
    }

    public Task<SweepCount> SweepAsync(RetentionOptions? options = null) => Sweep(options).RunAsync(default);

    /// <summary>
    /// Stores a job with a result part. It was accepted at that time and, if the state is final, also ended then.
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
        await Jobs.AddAsync(job, default);
        await Results.AddAsync(job.Key, ResultPart.Streams, "{}"u8.ToArray(), default);
        await Results.AddAsync(job.Key, ResultPart.Packets, "{}"u8.ToArray(), default);
        return job.Key;
    }

    /// <summary>Stores an asset whose analysis has ended.</summary>
    public async Task<Asset> AddAssetAsync(string jobId, DateTimeOffset? deletedAt = null, string? id = null)
    {
        var asset = TestAssets.New(Account, id).Analyzed() with { JobId = jobId };
        asset = deletedAt is { } at ? asset.Deleted(at) : asset;
        await Assets.AddAsync(asset, default);
        return asset;
    }

    /// <summary>Whether the job's document and its result exist.</summary>
    public async Task<(bool Job, bool Result)> IsThereAsync(JobKey job) => (
        await Jobs.FindAsync(job, default) is not null,
        await Results.FindAsync(job, ResultPart.Streams, default) is not null
            || await Results.FindAsync(job, ResultPart.Packets, default) is not null);

    public async Task<bool> IsHeldAsync(HeldJob held) =>
        await Held.ListAsync(held.Job.Account, held.PipelineId, default).AnyAsync(note => note.Held == held);
}
