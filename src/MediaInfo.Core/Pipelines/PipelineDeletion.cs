namespace MediaInfo.Core.Pipelines;

/// <summary>The outcome of a deletion.</summary>
public enum PipelineDeletion
{
    /// <summary>The pipeline was deleted.</summary>
    Deleted,

    /// <summary>There is no pipeline with the id.</summary>
    NotFound,

    /// <summary>Jobs wait for it, or it is the account's default pipeline.</summary>
    InUse,
}
