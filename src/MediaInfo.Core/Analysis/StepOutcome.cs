using MediaInfo.Core.Jobs;
using MediaInfo.Core.Probing;

namespace MediaInfo.Core.Analysis;

/// <summary>The small answer of a reading step. What it read is in the result store, or in <see cref="Md5"/>.</summary>
/// <param name="Failure">Why the step failed; null when it succeeded.</param>
/// <param name="Usage">What the step cost.</param>
/// <param name="Md5">The object's MD5 as lower-case hex; null but for the digest step.</param>
public sealed record StepOutcome(JobFailure? Failure, ProbeUsage Usage, string? Md5 = null)
{
    /// <summary>The version of the object that was read; null when none was.</summary>
    public string? ETag { get; init; }
}
