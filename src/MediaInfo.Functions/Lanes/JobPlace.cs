using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Lanes;

/// <summary>Holds one of this instance's places for a started job until the job no longer needs it.</summary>
public sealed class JobPlace(IJobStore jobs, JobWaiter waiter, PipelineGate gate, ILogger<JobPlace> log)
{
    /// <summary>The longest time a job holds its place. A longer job then runs alongside the next one.</summary>
    public static readonly TimeSpan MaxHold = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Returns once the job has ended, waits for its paused pipeline, has held its place long enough, or the host stops.
    /// </summary>
    public async Task KeepAsync(JobKey job, CancellationToken stopping)
    {
        try
        {
            if (await jobs.FindAsync(job, stopping) is { } read)
            {
                await waiter.WaitAsync(read.Job, MaxHold, stopping, gate.HoldsAsync);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The orchestration continues elsewhere.
        }
        catch (IOException e)
        {
            // The job runs even if its state can't be read; only the concurrency limit is affected.
            log.JobUnseen(e, job.Id);
        }
    }
}
