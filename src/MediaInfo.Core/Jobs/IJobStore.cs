namespace MediaInfo.Core.Jobs;

/// <summary>Stores job documents. Every write is conditional on the version that was read.</summary>
/// <remarks>Every write makes a new version, even of the same content. No job has a key that is not legal.</remarks>
public interface IJobStore
{
    /// <summary>Stores a new job; null if the key is taken.</summary>
    /// <exception cref="ArgumentException">The key is not legal (<see cref="JobKey.IsLegal"/>).</exception>
    Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken);

    /// <summary>Reads the current job; null if there is none, or its document is unreadable.</summary>
    Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Returns a possibly stale version of the job, good enough to start a conditional write and to read immutable members. A
    /// store without a cache reads the document. Null if there is no job.
    /// </summary>
    Task<StoredJob?> RecallAsync(JobKey key, CancellationToken cancellationToken) => FindAsync(key, cancellationToken);

    /// <summary>Replaces the version that was read; null if the job has since changed or been removed.</summary>
    /// <exception cref="ArgumentException">The new version has another key.</exception>
    Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken);

    /// <summary>Removes the job, if it exists.</summary>
    Task RemoveAsync(JobKey key, CancellationToken cancellationToken);

    /// <summary>Removes the version that was read; false if the job has since changed or been removed.</summary>
    Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken);
}
