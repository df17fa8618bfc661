using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
namespace MediaInfo.Core.Callbacks;

/// <summary>Sends an account's messages to storage queues, if the account may use them.</summary>
/// <remarks>
/// The queue was checked when it was configured, but the settings may have changed since, or the stored document may predate the
/// rule.
/// </remarks>
public sealed class QueuePost(ICallbackTarget queues, QueueAccess access)
{
    /// <summary>Sends the text to the queue, or reports that the account may not use it.</summary>
    /// <exception cref="IOException">The target cannot be reached now; retry.</exception>
    public Task<CallbackResult> SendAsync(string account, string queue, string text, CancellationToken cancellationToken) =>
        CallbackAttempt.CountAsync("queue", () => access.MayUse(account, queue)
            ? queues.SendAsync(queue, text, cancellationToken)
            : Task.FromResult(Denied(queue)));

    /// <summary>The same for a text that readers get as it is, as in <see cref="ICallbackTarget"/>.</summary>
    /// <inheritdoc cref="SendAsync" />
    public Task<CallbackResult> SendAsItIsAsync(
        string account, string queue, string text, CancellationToken cancellationToken) =>
        CallbackAttempt.CountAsync("queue", () => access.MayUse(account, queue)
            ? queues.SendAsItIsAsync(queue, text, cancellationToken)
            : Task.FromResult(Denied(queue)));

    private static CallbackResult Denied(string queue) =>
        CallbackResult.GivenUp("AccessDenied", $"The queue \"{queue}\" is not available to this account");
}
