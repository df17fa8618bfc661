using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Jobs;

/// <summary>Shows in jobs' documents, in the log and in metrics how much of a long step is done.</summary>
public sealed class JobProgress(IJobStore jobs, TimeProvider time, ILogger<JobProgress> log)
{
    /// <summary>How often a step's progress is written at most.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Follows a step until the result is disposed.</summary>
    /// <param name="job">The job.</param>
    /// <param name="step">The step's name, such as "frames".</param>
    public StepProgress Follow(AnalysisJob job, string step) => new(
        job.Dialect, step, time, percent => NoteAsync(job.Key, step, percent));

    private async Task NoteAsync(JobKey key, string step, int percent)
    {
        try
        {
            var noted = await jobs.UpdateAsync(key, job => With(job, step, percent), CancellationToken.None);
            log.JobProgressed(key.Id, step, percent, noted?.Progress ?? percent);
        }
        catch (IOException e)
        {
            // Only the next one is shown then.
            log.ProgressNotNoted(e, key.Id);
        }
    }

    private static AnalysisJob? With(AnalysisJob job, string step, int percent)
    {
        var known = job.StepProgress ?? new Dictionary<string, int>(StringComparer.Ordinal);
        return JobTransitions.IsFinal(job.State) || known.GetValueOrDefault(step, -1) >= percent
            ? null
            : job with { StepProgress = new Dictionary<string, int>(known, StringComparer.Ordinal) { [step] = percent } };
    }
}
