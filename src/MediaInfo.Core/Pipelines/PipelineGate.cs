using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;

namespace MediaInfo.Core.Pipelines;

/// <summary>Holds the jobs of a paused pipeline and releases them when it resumes. No job is lost.</summary>
public sealed class PipelineGate(
    PipelineDirectory pipelines, IHeldJobs held, IJobStore jobs, IJobScheduler scheduler, TimeProvider time)
{
    private const int ReleasedAtOnce = 16;

    /// <summary>Whether the job may run now. If not, it was recorded, and runs once its pipeline is active again.</summary>
    public async Task<bool> PassAsync(JobKey job, string pipelineId, CancellationToken cancellationToken)
    {
        var pipeline = await pipelines.FindAsync(job.Account, pipelineId, cancellationToken);
        if (pipeline?.State != PipelineState.Paused)
        {
            return true;
        }

        var note = await held.AddAsync(new HeldJob(job, pipelineId), cancellationToken);

        // The pipeline may have been resumed, and its notes read, between the first check and the write of the note. In that case
        // nobody reads the note, so the job must run now.
        var isPaused = await IsPausedNowAsync(job, pipelineId, note, cancellationToken);
        if (!isPaused)
        {
            await held.RemoveAsync(note, cancellationToken);
            return true;
        }

        var told = new JobEvent(time.GetUtcNow(), JobEventKind.Held) { Detail = pipelineId };
        await jobs.TryTellAsync(job, told, IsWaitingUntold, cancellationToken);
        return false;
    }

    private static bool IsWaitingUntold(AnalysisJob job) =>
        job.State == JobState.Waiting && job.Story?.Events is not [.., { Kind: JobEventKind.Held }];

    private async Task<bool> IsPausedNowAsync(
        JobKey job, string pipelineId, HeldJobNote note, CancellationToken cancellationToken)
    {
        try
        {
            var now = await pipelines.ReadLiveAsync(job.Account, pipelineId, cancellationToken);
            return now?.Pipeline.State == PipelineState.Paused;
        }
        catch
        {
            // The job is rejected or redelivered, and is then recorded again; a leftover note would prevent deletion of the
            // pipeline.
            await held.RemoveAsync(note, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Whether the job waits for its paused pipeline.</summary>
    public async Task<bool> HoldsAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.State == JobState.Waiting
        && await IsPausedAsync(job.Key.Account, job.PipelineId, cancellationToken);

    /// <summary>Whether the pipeline holds its jobs.</summary>
    public async Task<bool> IsPausedAsync(string account, string pipelineId, CancellationToken cancellationToken) =>
        await pipelines.FindAsync(account, pipelineId, cancellationToken) is { State: PipelineState.Paused };

    /// <summary>
    /// Schedules every job that waits for the pipeline, each with its own priority. An interrupted call is completed by the next
    /// one.
    /// </summary>
    public async Task ReleaseAsync(string account, string pipelineId, CancellationToken cancellationToken)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = ReleasedAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(held.ListAsync(account, pipelineId, cancellationToken), limits, async (note, token) =>
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
