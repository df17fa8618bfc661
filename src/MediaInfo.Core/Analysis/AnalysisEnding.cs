using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Analysis;

/// <summary>The outcomes of a job's reading steps, joined.</summary>
/// <param name="Job">The job.</param>
/// <param name="Streams">The header pass.</param>
/// <param name="Digest">The digest; null when not asked for.</param>
/// <param name="Packets">The packet pass; null when not asked for.</param>
public sealed record AnalysisEnding(JobKey Job, StepOutcome Streams, StepOutcome? Digest, StepOutcome? Packets);
