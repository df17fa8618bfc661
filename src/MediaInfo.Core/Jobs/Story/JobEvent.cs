namespace MediaInfo.Core.Jobs.Story;

/// <summary>One event of a job's life.</summary>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Kind">What happened.</param>
public sealed record JobEvent(DateTimeOffset At, JobEventKind Kind)
{
    /// <summary>The maximum length of <see cref="Detail"/>, in characters.</summary>
    public const int MaxDetail = 256;

    /// <summary>More for the job's owner, such as why an attempt failed; null for nothing. A longer text is cut.</summary>
    public string? Detail { get; init => field = value is { Length: > MaxDetail } ? value[..MaxDetail] : value; }
}
