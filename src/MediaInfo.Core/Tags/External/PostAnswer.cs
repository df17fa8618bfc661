namespace MediaInfo.Core.Tags.External;

/// <summary>The answer to a call of the recogniser.</summary>
/// <param name="Status">The HTTP status; null if there was no whole answer in time.</param>
/// <param name="Body">The body; empty if the status is no success, or the body is too long.</param>
/// <param name="IsTooLong">Whether the body exceeds the limit.</param>
public sealed record PostAnswer(int? Status, ReadOnlyMemory<byte> Body, bool IsTooLong)
{
    /// <summary>No answer.</summary>
    public static PostAnswer None { get; } = new(Status: null, default, IsTooLong: false);

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsPassing => Status is null or 408 or 429 or >= 500;

    /// <summary>Whether it has a body to read.</summary>
    public bool IsSuccess => Status is >= 200 and < 300 && !IsTooLong;
}
