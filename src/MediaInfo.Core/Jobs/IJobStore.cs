namespace MediaInfo.Core.Jobs;

/// <summary>Keeps job documents. Every write is conditional: nobody overwrites what he has not read.</summary>
public interface IJobStore
{
    /// <summary>Stores a new job; null when the key is taken.</summary>
    Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken);

    /// <summary>The job as it is now; null when there is none, or its document cannot be read.</summary>
    Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken);

    /// <summary>
    /// A version of the job that may be outdated: enough to begin a conditional write with, and for what never changes of a job.
    /// A store that remembers nothing looks. Null when there is no job.
    /// </summary>
    Task<StoredJob?> RecallAsync(JobKey key, CancellationToken cancellationToken) => FindAsync(key, cancellationToken);

    /// <summary>Replaces the version that was read; null when it changed or went meanwhile.</summary>
    Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken);

    /// <summary>Removes the job; nothing happens where there is none.</summary>
    Task RemoveAsync(JobKey key, CancellationToken cancellationToken);

    /// <summary>Removes the version that was read; false when it changed or went meanwhile.</summary>
    Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken);
}
