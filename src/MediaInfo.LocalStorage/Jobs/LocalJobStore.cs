using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.LocalStorage.Database;
using Microsoft.Extensions.Logging;

namespace MediaInfo.LocalStorage.Jobs;

/// <summary>Stores job documents, with optimistic concurrency by version number.</summary>
/// <remarks>
/// This process alone writes the database. What was written last is therefore kept in memory, and is always the stored version:
/// the memory changes right after each commit, in the order of the commits.
/// </remarks>
public sealed class LocalJobStore(LocalDatabase database, JobOptions options, ILogger<LocalJobStore> log) : IJobStore
{
    private readonly RecentCache<JobKey, StoredJob> _written = new(options.Remembered);

    /// <inheritdoc />
    /// <remarks>
    /// Does not wait for the disk: a job counts as accepted only once it is scheduled or held, and the write of that makes both
    /// durable.
    /// </remarks>
    public Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        if (!job.Key.IsLegal)
        {
            throw new ArgumentException("The job key is invalid", nameof(job));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(job, JobJson.Default.AnalysisJob);
        return database.WriteSoonAsync(session => JobTable.Add(session, job, json), Keep, cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(
            _written.Find(key) ?? (key.IsLegal ? database.Read(session => Find(session, key)) : null));
    }

    /// <inheritdoc />
    /// <remarks>
    /// Waits for the disk only if the state changes. What else is noted on a job, such as its delivered message, is done again if
    /// a loss of power undoes it.
    /// </remarks>
    public Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken)
    {
        if (read.Job.Key != next.Key)
        {
            throw new ArgumentException("The key of a job must not change", nameof(next));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(next, JobJson.Default.AnalysisJob);
        return read.Job.State == next.State
            ? database.WriteSoonAsync(session => JobTable.Replace(session, read, next, json), Keep, cancellationToken)
            : database.WriteAsync(session => JobTable.Replace(session, read, next, json), Keep, cancellationToken);
    }

    /// <inheritdoc />
    public Task RemoveAsync(JobKey key, CancellationToken cancellationToken) => database.WriteAsync(
        session => JobTable.Remove(session, key, version: null), _ => _written.Forget(key), cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken) => database.WriteAsync(
        session => JobTable.Remove(session, read.Job.Key, Versions.Of(read.ETag)),
        isRemoved =>
        {
            if (isRemoved)
            {
                _written.Forget(read.Job.Key);
            }
        },
        cancellationToken);

    private void Keep(StoredJob? stored)
    {
        if (stored is not null)
        {
            _written.Keep(stored.Job.Key, stored);
        }
    }

    private StoredJob? Find(Session session, JobKey key)
    {
        try
        {
            return JobTable.Find(session, key);
        }
        catch (JsonException e)
        {
            log.UnreadableJob(key.Account, key.Id, e.Message);
            return null;
        }
    }
}
