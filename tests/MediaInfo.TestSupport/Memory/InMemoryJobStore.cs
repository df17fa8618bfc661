using System.Text.Json;
using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Job documents in memory, kept as the JSON that storage would hold. Each write gets its own ETag.</summary>
public sealed class InMemoryJobStore : IJobStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JobKey, (byte[] Document, string ETag)> _jobs = [];
    private long _version;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>Every job as it is now.</summary>
    public IReadOnlyList<AnalysisJob> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.Values.Select(stored => Read(stored.Document))];
            }
        }
    }

    /// <summary>The number of writes.</summary>
    public long Writes => Interlocked.Read(ref _version);

    /// <inheritdoc />
    public Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        CallAsync(
            () => !job.Key.IsLegal ? throw new ArgumentException("The job key is invalid", nameof(job))
                : _jobs.ContainsKey(job.Key) ? null
                : Write(job),
            cancellationToken);

    /// <inheritdoc />
    public Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken) => CallAsync(
        () => _jobs.TryGetValue(key, out var stored) ? new StoredJob(Read(stored.Document), stored.ETag) : null,
        cancellationToken);

    /// <inheritdoc />
    public Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken) => CallAsync(
        () => read.Job.Key != next.Key ? throw new ArgumentException("The key of a job must not change", nameof(next))
            : _jobs.TryGetValue(next.Key, out var stored) && string.Equals(stored.ETag, read.ETag, StringComparison.Ordinal)
                ? Write(next)
            : null,
        cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(JobKey key, CancellationToken cancellationToken) =>
        CallAsync(() => _jobs.Remove(key), cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken) => CallAsync(
        () => _jobs.TryGetValue(read.Job.Key, out var stored) && string.Equals(stored.ETag, read.ETag, StringComparison.Ordinal)
            && _jobs.Remove(read.Job.Key),
        cancellationToken);

    private static AnalysisJob Read(byte[] document) => JsonSerializer.Deserialize(document, JobJson.Default.AnalysisJob)!;

    private StoredJob Write(AnalysisJob job)
    {
        var etag = $"\"{Interlocked.Increment(ref _version)}\"";
        _jobs[job.Key] = (JsonSerializer.SerializeToUtf8Bytes(job, JobJson.Default.AnalysisJob), etag);
        return new StoredJob(job, etag);
    }

    // Never completes synchronously, as with real storage.
    private async Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
        lock (_lock)
        {
            return call();
        }
    }
}
