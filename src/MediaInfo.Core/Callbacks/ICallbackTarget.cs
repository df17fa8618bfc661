using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Sends completion messages to storage queues chosen by accounts.</summary>
public interface ICallbackTarget
{
    /// <summary>Sends the text to the queue, which is created if missing.</summary>
    /// <returns>The message's id, or an error that retrying would not fix.</returns>
    /// <exception cref="IOException">The target cannot be reached now; retry.</exception>
    Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken);

    /// <summary>
    /// The same for a text whose form is the account's or the vendor's own: readers get it as it is, and not as base64.
    /// </summary>
    /// <inheritdoc cref="SendAsync" />
    Task<CallbackResult> SendAsItIsAsync(string queueName, string text, CancellationToken cancellationToken);
}
