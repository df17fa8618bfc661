using Azure;
using Azure.Storage.Queues;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>
/// A storage queue with its poison queue beside it; it knows no accounts. A passing fault of storage is an
/// <see cref="IOException"/>.
/// </summary>
/// <param name="clients">The storage account.</param>
/// <param name="name">The queue's name.</param>
/// <param name="logger">Told of poisoned messages.</param>
/// <param name="poison">The poison queue's name; null for the one of the queue's own name.</param>
public sealed class StorageWorkQueue(
    StorageClients clients, string name, ILogger<StorageWorkQueue> logger, string? poison = null) : IWorkQueue
{
    private const int LargestBatch = 32;

    private readonly QueueClient _queue = clients.Queues.GetQueueClient(name);
    private readonly QueueClient _poison = clients.Queues.GetQueueClient(poison ?? name + StorageNames.PoisonSuffix);

    /// <inheritdoc />
    public string Name => _queue.Name;

    /// <inheritdoc />
    public async Task SendAsync(WorkItem item, CancellationToken cancellationToken) =>
        await _queue.SendCreatingAsync(
            item.Text, QueueSending.ForEver, item.Delay > TimeSpan.Zero ? item.Delay : null, logger, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _queue
                .ReceiveMessagesAsync(Math.Min(room.Total, LargestBatch), visibilityTimeout, cancellationToken)
                .OrIOException(cancellationToken);
            return [.. answer.Value.Select(m => new WorkMessage(m.MessageId, m.PopReceipt, m.Body.ToString(), m.DequeueCount))];
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            // Somebody deleted it. Nothing waits in it, and the next message makes it anew.
            return [];
        }
    }

    /// <inheritdoc />
    public async Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _queue
                .UpdateMessageAsync(message.Id, message.Receipt, (string?)null, visibilityTimeout, cancellationToken)
                .OrIOException(cancellationToken);
            return message with { Receipt = answer.Value.PopReceipt };
        }
        catch (RequestFailedException refusal) when (IsLost(refusal))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.DeleteMessageAsync(message.Id, message.Receipt, cancellationToken).OrIOException(cancellationToken);
        }
        catch (RequestFailedException refusal) when (IsLost(refusal))
        {
            // Somebody else holds it, or it is gone: theirs to complete.
        }
    }

    /// <inheritdoc />
    public async Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken)
    {
        await _poison.SendCreatingAsync(message.Text, QueueSending.ForEver, delay: null, logger, cancellationToken);
        logger.Poisoned(message.Id, Name, message.DeliveryCount);
        await CompleteAsync(message, cancellationToken);
    }

    private static bool IsLost(RequestFailedException refusal) =>
        refusal is { Status: 404 } or { ErrorCode: "PopReceiptMismatch" };
}
