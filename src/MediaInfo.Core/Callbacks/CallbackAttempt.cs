using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Callbacks;

/// <summary>Counts attempts to deliver messages.</summary>
public static class CallbackAttempt
{
    /// <summary>Attempts to deliver a message, and counts the attempt.</summary>
    /// <param name="target">The type of target: "queue" or "http".</param>
    /// <param name="send">The attempt. An exception counts as a failure and is rethrown.</param>
    public static async Task<CallbackResult> CountAsync(string target, Func<Task<CallbackResult>> send)
    {
        var outcome = "failed";
        try
        {
            var result = await send();
            outcome = result.ErrorCode is null ? "delivered" : "refused";
            return result;
        }
        finally
        {
            Metrics.CallbackAttempted(target, outcome);
        }
    }
}
