namespace MediaInfo.Core.Jobs;

/// <summary>A job as it was read from the store.</summary>
/// <param name="Job">The job.</param>
/// <param name="ETag">The version that was read; a replacement must name it.</param>
public sealed record StoredJob(AnalysisJob Job, string ETag);
