namespace MediaInfo.Core.Jobs;

/// <summary>The states of a job. <see cref="JobTransitions"/> holds the legal transitions.</summary>
public enum JobState
{
    /// <summary>Accepted; no worker has started it.</summary>
    Waiting,

    /// <summary>A worker is reading the object.</summary>
    Running,

    /// <summary>The media was described. Final.</summary>
    Succeeded,

    /// <summary>The media could not be described; <see cref="AnalysisJob.Failure"/> says why. Final.</summary>
    Failed,

    /// <summary>Canceled by its owner before it started. Final.</summary>
    Canceled,
}
