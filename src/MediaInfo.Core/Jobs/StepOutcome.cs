namespace MediaInfo.Core.Jobs;

/// <summary>The outcome of a reading step. The data that was read is in the result store, or in <see cref="Md5"/>.</summary>
/// <param name="Failure">Why the step failed; null if it succeeded.</param>
/// <param name="Usage">The cost of the step.</param>
/// <param name="Md5">The object's MD5 in lower-case hex; null for all steps but the digest.</param>
public sealed record StepOutcome(JobFailure? Failure, ProbeUsage Usage, string? Md5 = null)
{
    /// <summary>The ETag of the version that was read; null if none was.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether the step is known to have read another version than the one with the ETag.</summary>
    public bool ReadOther(string? etag) =>
        etag is not null && ETag is not null && !string.Equals(etag, ETag, StringComparison.Ordinal);
}
