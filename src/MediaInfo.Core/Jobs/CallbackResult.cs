namespace MediaInfo.Core.Jobs;

/// <summary>How the delivery of a job's completion message ended.</summary>
/// <param name="MessageId">The target's id of the delivered message; null when delivery failed.</param>
/// <param name="ErrorCode">Why delivery was given up; null when it succeeded.</param>
/// <param name="ErrorMessage">The error in a sentence; null when delivery succeeded.</param>
public sealed record CallbackResult(string? MessageId, string? ErrorCode, string? ErrorMessage)
{
    /// <summary>A delivered message.</summary>
    public static CallbackResult Delivered(string messageId) => new(messageId, null, null);

    /// <summary>A message that was given up.</summary>
    public static CallbackResult GivenUp(string code, string message) => new(null, code, message);
}
