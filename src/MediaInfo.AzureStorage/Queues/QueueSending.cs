using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>Sends to queues that may not exist yet.</summary>
internal static class QueueSending
{
    /// <summary>The time to live of messages that must not be lost. Storage's value for no expiry.</summary>
    public static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Sends the text. Takes one request unless the queue is missing.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="text">The message, at most 64 KiB.</param>
    /// <param name="timeToLive">When storage drops the message; null for the default of seven days.</param>
    /// <param name="delay">How long the message stays invisible; null or zero makes it visible at once.</param>
    /// <param name="logger">Reports a newly created queue.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <param name="metadata">The metadata of a queue that is created; null for none.</param>
    /// <returns>The message's id and receipt.</returns>
    public static async Task<SendReceipt> SendCreatingAsync(
        this QueueClient queue,
        string text,
        TimeSpan? timeToLive,
        TimeSpan? delay,
        ILogger logger,
        CancellationToken cancellationToken,
        IDictionary<string, string>? metadata = null)
    {
        try
        {
            return await SendAsync();
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            await queue.CreateIfNotExistsAsync(metadata, cancellationToken).OrIOException(cancellationToken);
            logger.QueueCreated(queue.Name);
            return await SendAsync();
        }

        async Task<SendReceipt> SendAsync() =>
            (await queue.SendMessageAsync(text, delay, timeToLive, cancellationToken).OrIOException(cancellationToken)).Value;
    }
}
