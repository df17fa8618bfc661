namespace MediaInfo.Core.Jobs;

/// <summary>A job as read from the store.</summary>
/// <param name="Job">The job.</param>
/// <param name="ETag">The ETag of the version that was read; a replacement must match it.</param>
public sealed record StoredJob(AnalysisJob Job, string ETag);
