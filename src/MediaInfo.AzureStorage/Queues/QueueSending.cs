using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>Sends to queues that may not be there yet.</summary>
internal static class QueueSending
{
    /// <summary>The life of a message that must not be lost: storage's word for no end.</summary>
    public static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Sends the text; only a missing queue costs more than one request.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="text">The message, at most 64 KiB.</param>
    /// <param name="timeToLive">When storage drops the message; null for its default of seven days.</param>
    /// <param name="delay">How long nobody sees the message; null or zero for not at all.</param>
    /// <param name="logger">Told of a queue that was made.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The message's id.</returns>
    public static async Task<string> SendCreatingAsync(
        this QueueClient queue,
        string text,
        TimeSpan? timeToLive,
        TimeSpan? delay,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync();
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken).OrIOException(cancellationToken);
            logger.QueueCreated(queue.Name);
            return await SendAsync();
        }

        async Task<string> SendAsync() =>
            (await queue.SendMessageAsync(text, delay, timeToLive, cancellationToken)
                .OrIOException(cancellationToken)).Value.MessageId;
    }
}
