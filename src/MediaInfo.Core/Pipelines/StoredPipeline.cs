namespace MediaInfo.Core.Pipelines;

/// <summary>A pipeline as read from the store.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="ETag">
/// The ETag of the version that was read; null for a default pipeline that was never changed and so is not stored.
/// </param>
public sealed record StoredPipeline(Pipeline Pipeline, string? ETag);
