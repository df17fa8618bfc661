using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Lanes;

/// <summary>One of the places of this instance, kept by a job that was started until it needs it no more.</summary>
public sealed class JobPlace(IJobStore jobs, JobWaiter waiter, PipelineGate gate, ILogger<JobPlace> log)
{
    /// <summary>The longest time that a job keeps its place. What takes longer runs on beside the job that then gets it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Returns when the job ended, waits for its paused pipeline, has kept its place long enough, or the host stops.</summary>
    public async Task KeepAsync(JobKey job, CancellationToken stopping)
    {
        try
        {
            if (await jobs.FindAsync(job, stopping) is { } read)
            {
                await waiter.WaitAsync(read.Job, Longest, stopping, gate.HoldsAsync);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The orchestration goes on elsewhere.
        }
        catch (IOException e)
        {
            // The job runs, seen or not. Only the limit on jobs at a time suffers.
            log.JobUnseen(e, job.Id);
        }
    }
}
