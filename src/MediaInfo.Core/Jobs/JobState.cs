namespace MediaInfo.Core.Jobs;

/// <summary>The life of a job. <see cref="JobTransitions"/> holds the legal moves.</summary>
public enum JobState
{
    /// <summary>Accepted; no worker has begun.</summary>
    Waiting,

    /// <summary>A worker reads the object.</summary>
    Running,

    /// <summary>The media is described. Final.</summary>
    Succeeded,

    /// <summary>The media could not be described; <see cref="AnalysisJob.Failure"/> says why. Final.</summary>
    Failed,

    /// <summary>Given up by its owner before it began. Final.</summary>
    Canceled,
}
