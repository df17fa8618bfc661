using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;

namespace MediaInfo.Core.Callbacks;

/// <summary>What a job's story tells of its completion messages.</summary>
internal static class CallbackStory
{
    /// <summary>An attempt that failed and is repeated.</summary>
    public static JobEvent Failed(Exception failure, TimeProvider time) =>
        new(time.GetUtcNow(), JobEventKind.CallbackAttempted) { Detail = failure.Message };

    /// <summary>The outcome of the delivery.</summary>
    public static JobEvent Ended(CallbackResult result, TimeProvider time) => result.ErrorCode is { } code
        ? new JobEvent(time.GetUtcNow(), JobEventKind.CallbackGivenUp) { Detail = $"{code}: {result.ErrorMessage}" }
        : new JobEvent(time.GetUtcNow(), JobEventKind.CallbackDelivered) { Detail = result.MessageId };
}
