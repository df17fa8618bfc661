namespace MediaInfo.Core.Jobs;

/// <summary>The outcome of delivering a job's completion message.</summary>
/// <param name="MessageId">The target's id for the delivered message; null if delivery failed.</param>
/// <param name="ErrorCode">Why delivery was abandoned; null if it succeeded.</param>
/// <param name="ErrorMessage">The error as a sentence; null if delivery succeeded.</param>
public sealed record CallbackResult(string? MessageId, string? ErrorCode, string? ErrorMessage)
{
    /// <summary>A delivered message.</summary>
    public static CallbackResult Delivered(string messageId) => new(messageId, null, null);

    /// <summary>An abandoned message.</summary>
    public static CallbackResult GivenUp(string code, string message) => new(null, code, message);
}
