namespace MediaInfo.Core.Jobs;

/// <summary>Remembers the versions of job documents that this process wrote or read last, to read storage less often.</summary>
/// <remarks>
/// A write is conditional, so it may start from a version that is outdated: then it fails, and the document is read after all.
/// A finished job changes only by the result of its callback. Once that is settled, a version is shown for a while without
/// another look; what somebody deletes is therefore seen a little longer.
/// </remarks>
public sealed class RememberingJobStore(IJobStore store, JobOptions options, TimeProvider time) : IJobStore
{
    // By then a callback was delivered, or is so late that its result may be shown late too.
    private static readonly TimeSpan CallbackSettled = TimeSpan.FromMinutes(1);

    private readonly Recent<JobKey, Seen> _seen = new(options.Remembered);

    /// <inheritdoc />
    public async Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        Written(job.Key, await store.AddAsync(job, cancellationToken));

    /// <inheritdoc />
    public async Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken) =>
        _seen.Find(key) is { } seen && IsTrusted(seen) ? seen.Stored : await ReadAsync(key, cancellationToken);

    /// <inheritdoc />
    public async Task<StoredJob?> RecallAsync(JobKey key, CancellationToken cancellationToken) =>
        _seen.Find(key)?.Stored ?? await ReadAsync(key, cancellationToken);

    /// <inheritdoc />
    public async Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken) =>
        Written(next.Key, await store.ReplaceAsync(read, next, cancellationToken));

    /// <inheritdoc />
    public Task RemoveAsync(JobKey key, CancellationToken cancellationToken)
    {
        _seen.Forget(key);
        return store.RemoveAsync(key, cancellationToken);
    }

    /// <inheritdoc />
    public Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken)
    {
        _seen.Forget(read.Job.Key);
        return store.RemoveAsync(read, cancellationToken);
    }

    private async Task<StoredJob?> ReadAsync(JobKey key, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var stored = await store.FindAsync(key, cancellationToken);
        if (stored is null)
        {
            _seen.Forget(key);
        }
        else
        {
            // What was written while storage answered is newer than the answer.
            _seen.Keep(key, new Seen(stored, asked), stays: before => before.At > asked);
        }

        return stored;
    }

    private StoredJob? Written(JobKey key, StoredJob? stored)
    {
        if (stored is null)
        {
            _seen.Forget(key);
        }
        else
        {
            _seen.Keep(key, new Seen(stored, time.GetTimestamp()));
        }

        return stored;
    }

    private bool IsTrusted(Seen seen) =>
        JobTransitions.IsFinal(seen.Stored.Job.State)
        && time.GetElapsedTime(seen.At) < options.TrustFinishedFor
        && (seen.Stored.Job.Callback is not null || time.GetUtcNow() - seen.Stored.Job.EndedAt > CallbackSettled);

    private sealed record Seen(StoredJob Stored, long At);
}
