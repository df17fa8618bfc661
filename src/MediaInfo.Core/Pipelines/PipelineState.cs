namespace MediaInfo.Core.Pipelines;

/// <summary>Whether a pipeline's jobs start.</summary>
public enum PipelineState
{
    /// <summary>Jobs run as workers are free.</summary>
    Active,

    /// <summary>Jobs wait; those that run already go on.</summary>
    Paused,

    /// <summary>Gone for its owner. Kept for the completion messages of jobs that were accepted before.</summary>
    Deleted,
}
