using MediaInfo.Core.Jobs.Listing;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Jobs;

/// <summary>Cancels jobs that no worker has started.</summary>
public sealed class JobCancellation(IJobStore jobs, TimeProvider time, ILogger<JobCancellation> log)
{
    /// <summary>
    /// Cancels a job that waits for a worker or for its paused pipeline. If this call races with a worker or another
    /// cancellation, only one of them wins.
    /// </summary>
    /// <param name="meant">The jobs that the caller may cancel.</param>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>False if there is no such job, or it is no longer waiting.</returns>
    public async Task<bool> TryCancelAsync(JobFilter meant, string id, CancellationToken cancellationToken)
    {
        var key = new JobKey(meant.Account, id);
        if (await jobs.FindAsync(key, cancellationToken) is not { } read || !meant.Matches(read.Job))
        {
            return false;
        }

        var isMoved = false;
        var canceled = await jobs.UpdateAsync(
            read,
            newest =>
            {
                var moved = JobTransitions.Move(newest, JobState.Canceled, time.GetUtcNow());
                isMoved = moved is not null;
                return moved;
            },
            cancellationToken);
        if (canceled is null || !isMoved)
        {
            return false;
        }

        log.JobCanceled(key.Id, canceled.RequestId);
        return true;
    }
}
