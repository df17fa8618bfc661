using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Analysis;

/// <summary>The combined outcomes of a job's reading steps.</summary>
/// <param name="Job">The job.</param>
/// <param name="Streams">The header pass.</param>
/// <param name="Digest">The digest; null if not requested.</param>
/// <param name="Packets">The packet pass; null if not requested.</param>
public sealed record AnalysisEnding(JobKey Job, StepOutcome Streams, StepOutcome? Digest, StepOutcome? Packets)
{
    /// <summary>The start of the analysis, if the job's document may not show it yet; otherwise null.</summary>
    public AnalysisStart? Start { get; init; }
}
