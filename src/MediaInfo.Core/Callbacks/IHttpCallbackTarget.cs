using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Posts messages to HTTP or HTTPS addresses.</summary>
public interface IHttpCallbackTarget
{
    /// <summary>Posts the text. Any 2xx response counts as delivered.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="deliveryId">The message's id, the same for every attempt.</param>
    /// <param name="headers">
    /// The headers that prove to the receiver that the message is authentic, and those that describe the body. Without a
    /// Content-Type the body is JSON.
    /// </param>
    /// <param name="text">The body.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The successful result.</returns>
    /// <exception cref="NoAnswerException">
    /// The target cannot be reached, may not be called, or does not respond; retry.
    /// </exception>
    /// <exception cref="IOException">The target responded with a failure; retry.</exception>
    Task<CallbackResult> SendAsync(
        string url,
        string deliveryId,
        IReadOnlyDictionary<string, string> headers,
        string text,
        CancellationToken cancellationToken);
}
