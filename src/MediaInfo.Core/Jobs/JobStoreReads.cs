namespace MediaInfo.Core.Jobs;

/// <summary>Reads that are spared where this process remembers enough.</summary>
public static class JobStoreReads
{
    /// <summary>The job as this process remembers it, or as it is stored where that is older than what the caller knows to have happened.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The job.</param>
    /// <param name="happened">Whether it shows on this version; another process may have written it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<StoredJob?> RecallSinceAsync(
        this IJobStore store, JobKey key, Func<AnalysisJob, bool> happened, CancellationToken cancellationToken) =>
        await store.RecallAsync(key, cancellationToken) is { } recalled && happened(recalled.Job)
            ? recalled
            : await store.FindAsync(key, cancellationToken);
}
