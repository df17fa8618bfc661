using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Analysis;

/// <summary>The combined outcomes of a job's reading steps.</summary>
/// <param name="Job">The job.</param>
/// <param name="Streams">The header pass.</param>
/// <param name="Digest">The digest; null if not requested.</param>
/// <param name="Packets">The packet pass; null if not requested.</param>
public sealed record AnalysisEnding(JobKey Job, StepOutcome Streams, StepOutcome? Digest, StepOutcome? Packets)
{
    /// <summary>The pictures and each recogniser; empty if none were requested, or the header pass failed.</summary>
    public IReadOnlyList<StepOutcome> Decoded { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>All steps beyond the header pass.</summary>
    [JsonIgnore]
    public IEnumerable<StepOutcome> Others => new[] { Digest, Packets }.OfType<StepOutcome>().Concat(Decoded);

    /// <summary>The start of the analysis, if the job's document may not show it yet; otherwise null.</summary>
    public AnalysisStart? Start { get; init; }
}
