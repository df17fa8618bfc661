using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing;

/// <summary>The outcome of probing an object: a result or a failure, and what it cost.</summary>
/// <param name="Result">The description and ffprobe's own report; null if the probe failed.</param>
/// <param name="Failure">Why it failed; null if it succeeded.</param>
/// <param name="Usage">What it cost.</param>
public sealed record ProbeResult(AnalysisResult? Result, JobFailure? Failure, ProbeUsage Usage)
{
    /// <summary>The media description; null if the probe failed.</summary>
    public MediaDescription? Description => Result?.Description;
}
