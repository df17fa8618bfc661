namespace MediaInfo.Core.Pipelines;

/// <summary>How a deletion ended.</summary>
public enum PipelineDeletion
{
    /// <summary>The pipeline is gone.</summary>
    Deleted,

    /// <summary>There was none of that id.</summary>
    NotFound,

    /// <summary>Jobs wait for it, or it is the account's default pipeline.</summary>
    InUse,
}
