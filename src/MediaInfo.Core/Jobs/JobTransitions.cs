using MediaInfo.Core.Jobs.Story;

namespace MediaInfo.Core.Jobs;

/// <summary>The legal state transitions of a job, and the only function that makes them.</summary>
public static class JobTransitions
{
    /// <summary>Whether the state is final.</summary>
    public static bool IsFinal(JobState state) => state is JobState.Succeeded or JobState.Failed or JobState.Canceled;

    /// <summary>Whether the transition is legal. Running to Running is a worker taking over from one that died.</summary>
    public static bool IsLegal(JobState from, JobState to) => (from, to) switch
    {
        (JobState.Waiting, JobState.Running or JobState.Failed or JobState.Canceled) => true,
        (JobState.Running, JobState.Running or JobState.Succeeded or JobState.Failed) => true,
        _ => false,
    };

    /// <summary>The job in its new state with its times set; null if the transition is illegal.</summary>
    /// <param name="job">The current job.</param>
    /// <param name="to">The new state.</param>
    /// <param name="at">The time of the transition, UTC.</param>
    public static AnalysisJob? Move(AnalysisJob job, JobState to, DateTimeOffset at)
    {
        if (!IsLegal(job.State, to))
        {
            return null;
        }

        return job with
        {
            State = to,
            StartedAt = to == JobState.Running ? at : job.StartedAt,
            EndedAt = IsFinal(to) ? at : null,
            Story = JobStory.EventOf(job.State, to) is { } told ? JobStory.Add(job.Story, new JobEvent(at, told)) : job.Story,
        };
    }
}
