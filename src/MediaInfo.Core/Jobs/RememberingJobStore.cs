namespace MediaInfo.Core.Jobs;

/// <summary>Caches the job documents that this process last wrote or read, to read storage less often.</summary>
/// <remarks>
/// Writes are conditional, so they may start from a stale version: the write then fails, and the document is read again. A
/// finished job changes only when its callback result is recorded. Once that is settled, the cached version is served for a while
/// without reading storage, so a deletion is noticed a little later.
/// </remarks>
public sealed class RememberingJobStore(IJobStore store, JobOptions options, TimeProvider time) : IJobStore
{
    // By then a callback was delivered, or is so late that its result may be shown late as well.
    private static readonly TimeSpan CallbackSettled = TimeSpan.FromMinutes(1);

    private readonly RecentCache<JobKey, Seen> _seen = new(options.Remembered);

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
            // A version written while the read was in flight is newer than its result.
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
