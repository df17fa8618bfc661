using Azure;
using MediaInfo.AzureStorage.Messaging;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Callbacks;

/// <summary>
/// Sends completion messages as plain text to the storage queue of a message queue. They expire after seven days.
/// </summary>
public sealed class StorageQueueTarget(StorageClients clients, MessageArrivals arrivals, ILogger<StorageQueueTarget> logger)
    : ICallbackTarget
{
    /// <inheritdoc />
    public Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken) =>
        SendAsync(queueName, text, text, cancellationToken);

    /// <inheritdoc />
    public Task<CallbackResult> SendAsItIsAsync(string queueName, string text, CancellationToken cancellationToken) =>
        SendAsync(queueName, text, MessageText.Write(text, OutgoingMessage.DefaultPriority), cancellationToken);

    private async Task<CallbackResult> SendAsync(
        string queueName, string text, string stored, CancellationToken cancellationToken)
    {
        if (QueueMessageRules.Problem(queueName, text, clients.Reservations) is { } problem)
        {
            return CallbackResult.GivenUp(QueueMessageRules.InvalidParameter, problem);
        }

        try
        {
            var queue = clients.Queues.GetQueueClient(QueueName.Stored(queueName));
            var sent = await queue.SendCreatingAsync(
                stored, timeToLive: null, delay: null, logger, cancellationToken, QueueMetadata.OfImplicit(queueName));
            arrivals.Tell(queueName);
            return CallbackResult.Delivered(sent.MessageId);
        }
        catch (RequestFailedException refusal) when (refusal.Status is >= 400 and < 500)
        {
            logger.MessageRejected(refusal, queueName);
            return CallbackResult.GivenUp(refusal.ErrorCode ?? "RequestRefused", "Storage rejected the message");
        }
    }
}
