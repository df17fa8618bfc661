using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Pipelines;

/// <summary>A job that waits for its pipeline.</summary>
/// <param name="Job">The job.</param>
/// <param name="PipelineId">The paused pipeline.</param>
public sealed record HeldJob(JobKey Job, string PipelineId);
