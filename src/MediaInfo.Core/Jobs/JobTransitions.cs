namespace MediaInfo.Core.Jobs;

/// <summary>The legal moves of a job's state, and the one function that makes them.</summary>
public static class JobTransitions
{
    /// <summary>Whether the state is final.</summary>
    public static bool IsFinal(JobState state) => state is JobState.Succeeded or JobState.Failed or JobState.Canceled;

    /// <summary>Whether a job may move so. Running to Running is a worker taking over from one that died.</summary>
    public static bool IsLegal(JobState from, JobState to) => (from, to) switch
    {
        (JobState.Waiting, JobState.Running or JobState.Failed or JobState.Canceled) => true,
        (JobState.Running, JobState.Running or JobState.Succeeded or JobState.Failed) => true,
        _ => false,
    };

    /// <summary>The job in its new state with its times set; null when the move is not legal.</summary>
    /// <param name="job">The job as it is.</param>
    /// <param name="to">The wanted state.</param>
    /// <param name="at">The time of the move, UTC.</param>
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
        };
    }
}
