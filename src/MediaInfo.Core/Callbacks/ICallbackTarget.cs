using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Brings a completion message to a storage queue of the account's choice.</summary>
public interface ICallbackTarget
{
    /// <summary>Delivers the text to the queue, which is made when missing.</summary>
    /// <returns>The message's id, or an error that no retry would mend.</returns>
    /// <exception cref="IOException">The target cannot be reached now; try again.</exception>
    Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken);
}
