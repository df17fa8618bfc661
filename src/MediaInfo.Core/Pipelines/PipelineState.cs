namespace MediaInfo.Core.Pipelines;

/// <summary>The states of a pipeline.</summary>
public enum PipelineState
{
    /// <summary>Jobs run as workers become free.</summary>
    Active,

    /// <summary>Jobs wait; those already running continue.</summary>
    Paused,

    /// <summary>Deleted by its owner. Kept for the completion messages of jobs accepted earlier.</summary>
    Deleted,
}
