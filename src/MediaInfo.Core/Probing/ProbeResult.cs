using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Probing;

/// <summary>What a probe of an object gave: a description or a failure, and what it cost.</summary>
/// <param name="Description">The media; null when the probe failed.</param>
/// <param name="Failure">Why it failed; null when it succeeded.</param>
/// <param name="Usage">What it cost.</param>
public sealed record ProbeResult(MediaDescription? Description, JobFailure? Failure, ProbeUsage Usage);
