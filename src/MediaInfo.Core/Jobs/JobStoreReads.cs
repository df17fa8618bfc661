namespace MediaInfo.Core.Jobs;

/// <summary>Reads that the cache of this process can save.</summary>
public static class JobStoreReads
{
    /// <summary>
    /// Returns the cached job, or reads it from storage if the cached version predates an event that the caller knows of.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The job.</param>
    /// <param name="happened">Whether a version reflects the event; another process may have written it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<StoredJob?> RecallSinceAsync(
        this IJobStore store, JobKey key, Func<AnalysisJob, bool> happened, CancellationToken cancellationToken) =>
        await store.RecallAsync(key, cancellationToken) is { } recalled && happened(recalled.Job)
            ? recalled
            : await store.FindAsync(key, cancellationToken);
}
