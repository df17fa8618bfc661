using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;

namespace MediaInfo.Core.Callbacks;

/// <summary>What a job's story tells of its completion messages.</summary>
/// <remarks>
/// The account reads it, so it has none of an exception's text: that may name hosts and storage of this service, and would tell
/// a host that is not there from a silent one. The log has the exception.
/// </remarks>
internal static class CallbackStory
{
    private const string Unanswered = "The target did not answer";
    private const string NotTaken = "The target did not take the message";

    /// <summary>An attempt that failed and is repeated.</summary>
    public static JobEvent Failed(Exception failure, TimeProvider time) =>
        new(time.GetUtcNow(), JobEventKind.CallbackAttempted)
        {
            Detail = failure is NoAnswerException ? Unanswered : NotTaken,
        };

    /// <summary>The outcome of the delivery.</summary>
    public static JobEvent Ended(CallbackResult result, TimeProvider time) => result.ErrorCode is { } code
        ? new JobEvent(time.GetUtcNow(), JobEventKind.CallbackGivenUp) { Detail = $"{code}: {result.ErrorMessage}" }
        : new JobEvent(time.GetUtcNow(), JobEventKind.CallbackDelivered) { Detail = result.MessageId };
}
