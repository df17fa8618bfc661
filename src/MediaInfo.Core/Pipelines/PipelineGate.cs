using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Pipelines;

/// <summary>Keeps the jobs of a paused pipeline from running, and lets them go when it is resumed. None is lost on the way.</summary>
public sealed class PipelineGate(PipelineDirectory pipelines, IHeldJobs held, IJobStore jobs)
{
    private const int Parallel = 16;

    /// <summary>Whether the job may run now. If not, it was noted and runs once its pipeline is active again.</summary>
    public async Task<bool> PassAsync(JobKey job, string pipelineId, CancellationToken cancellationToken)
    {
        var pipeline = await pipelines.FindAsync(job.Account, pipelineId, cancellationToken);
        if (pipeline?.State != PipelineState.Paused)
        {
            return true;
        }

        var note = await held.AddAsync(new HeldJob(job, pipelineId), cancellationToken);

        // The pipeline may have been resumed, and its notes read, after the first look and before the note was there. Then
        // nobody will read the note, so this job runs after all.
        var isPaused = await IsPausedNowAsync(job, pipelineId, note, cancellationToken);
        if (!isPaused)
        {
            await held.RemoveAsync(note, cancellationToken);
        }

        return !isPaused;
    }

    private async Task<bool> IsPausedNowAsync(JobKey job, string pipelineId, HeldJobNote note, CancellationToken cancellationToken)
    {
        try
        {
            var now = await pipelines.ReadLiveAsync(job.Account, pipelineId, cancellationToken);
            return now?.Pipeline.State == PipelineState.Paused;
        }
        catch
        {
            // Its job is refused, or comes again and is noted anew; left alone, the note would keep the pipeline from being deleted.
            await held.RemoveAsync(note, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Whether the job, as it was read, waits for its paused pipeline.</summary>
    public async Task<bool> HoldsAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.State == JobState.Waiting
        && await pipelines.FindAsync(job.Key.Account, job.PipelineId, cancellationToken) is { State: PipelineState.Paused };

    /// <summary>Schedules every job that waits for the pipeline, by the job's own priority. A call that broke off half way is made good by another.</summary>
    public async Task ReleaseAsync(string account, string pipelineId, IJobScheduler scheduler, CancellationToken cancellationToken)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(held.ListAsync(account, pipelineId, cancellationToken), limits, async (note, token) =>
        {
            if (await jobs.FindAsync(note.Held.Job, token) is { } read)
            {
                await scheduler.ScheduleAsync(read.Job, token);
            }

            await held.RemoveAsync(note, token);
        });
    }

    /// <summary>Whether any job waits for the pipeline.</summary>
    public async Task<bool> HoldsAnyAsync(string account, string pipelineId, CancellationToken cancellationToken)
    {
        await foreach (var _ in held.ListAsync(account, pipelineId, cancellationToken))
        {
            return true;
        }

        return false;
    }
}
