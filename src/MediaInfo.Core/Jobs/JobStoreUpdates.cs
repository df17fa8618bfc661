
namespace MediaInfo.Core.Jobs;

/// <summary>Read-modify-write with optimistic concurrency.</summary>
public static class JobStoreUpdates
{
    private const int MaxAttempts = 20;

    /// <summary>Applies a change to the newest version of a job, and retries if another writer interferes.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The job.</param>
    /// <param name="change">The new version, or null to leave the job as it is.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The job after the change, or as it was left; null if there is no such job.</returns>
    /// <exception cref="IOException">Other writers interfered too often.</exception>
    public static async Task<AnalysisJob?> UpdateAsync(
        this IJobStore store, JobKey key, Func<AnalysisJob, AnalysisJob?> change, CancellationToken cancellationToken) =>
        await store.RecallAsync(key, cancellationToken) is { } read
            ? await store.UpdateAsync(read, change, cancellationToken)
            : null;

    /// <summary>As above, for a job that was already read or recalled, which saves the first read.</summary>
    public static async Task<AnalysisJob?> UpdateAsync(
        this IJobStore store, StoredJob first, Func<AnalysisJob, AnalysisJob?> change, CancellationToken cancellationToken)
    {
        var key = first.Job.Key;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var read = attempt == 0 ? first : await store.FindAsync(key, cancellationToken);
            if (read is null)
            {
                return null;
            }

            var next = change(read.Job);
            if (next is not null)
            {
                if (await store.ReplaceAsync(read, next, cancellationToken) is { } written)
                {
                    if (JobTransitions.IsFinal(next.State) && !JobTransitions.IsFinal(read.Job.State))
                    {
                        next.CountEnd();
                    }

                    return written.Job;
                }
            }
            else if (attempt > 0)
            {
                return read.Job;
            }

            // The first version may be stale: only a fresh one can show that no change is needed.
        }

        throw new IOException($"Job {key.Id} was changed by other writers {MaxAttempts} times in a row");
    }
}
