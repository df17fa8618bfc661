using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Probing;

/// <summary>What a probe of an object gave: a result or a failure, and what it cost.</summary>
/// <param name="Result">The description, and ffprobe's own report; null when the probe failed.</param>
/// <param name="Failure">Why it failed; null when it succeeded.</param>
/// <param name="Usage">What it cost.</param>
public sealed record ProbeResult(AnalysisResult? Result, JobFailure? Failure, ProbeUsage Usage)
{
    /// <summary>The media; null when the probe failed.</summary>
    public MediaDescription? Description => Result?.Description;
}
