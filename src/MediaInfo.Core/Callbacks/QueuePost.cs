using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Callbacks;

/// <summary>Brings an account's messages to storage queues that the account may use.</summary>
/// <remarks>
/// A queue was checked when it was named. Settings may have changed since, or the document that names it is older than the rule.
/// </remarks>
public sealed class QueuePost(ICallbackTarget queues, QueueAccess access)
{
    /// <summary>Delivers the text to the queue, or says that the account may not use it.</summary>
    /// <exception cref="IOException">The target cannot be reached now; try again.</exception>
    public Task<CallbackResult> SendAsync(string account, string queue, string text, CancellationToken cancellationToken) =>
        Metrics.CountAttemptAsync("queue", () => access.MayUse(account, queue)
            ? queues.SendAsync(queue, text, cancellationToken)
            : Task.FromResult(CallbackResult.GivenUp("AccessDenied", $"The queue \"{queue}\" is not open to this account")));
}
