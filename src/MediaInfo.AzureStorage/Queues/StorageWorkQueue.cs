using Azure;
using Azure.Storage.Queues;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>
/// A storage queue with its poison queue. It does not distinguish accounts. A transient storage failure is an
/// <see cref="IOException"/>.
/// </summary>
/// <param name="clients">The storage account.</param>
/// <param name="name">The queue's name.</param>
/// <param name="logger">Reports poisoned messages.</param>
/// <param name="poison">The name of the poison queue; null derives it from the queue's name.</param>
public sealed class StorageWorkQueue(
    StorageClients clients, string name, ILogger<StorageWorkQueue> logger, string? poison = null) : IWorkQueue
{
    private const int LargestBatch = 32;

    private readonly QueueClient _queue = clients.Queues.GetQueueClient(name);
    private readonly QueueClient _poison = clients.Queues.GetQueueClient(poison ?? name + StorageNames.PoisonSuffix);

    /// <inheritdoc />
    public string Name => _queue.Name;

    /// <inheritdoc />
    public async Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var sent = await _queue.SendCreatingAsync(
            item.Text, QueueSending.ForEver, item.Delay > TimeSpan.Zero ? item.Delay : null, logger, cancellationToken);
        return new WorkMessage(sent.MessageId, sent.PopReceipt, item.Text, DeliveryCount: 0)
        {
            Account = item.Account,
            Priority = item.Priority,
        };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        if (room.Total == 0)
        {
            return [];
        }

        try
        {
            var answer = await _queue
                .ReceiveMessagesAsync(Math.Min(room.Total, LargestBatch), visibilityTimeout, cancellationToken)
                .OrIOException(cancellationToken);
            return [.. answer.Value.Select(m => new WorkMessage(m.MessageId, m.PopReceipt, m.Body.ToString(), m.DequeueCount))];
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            // The queue was deleted, so it is empty. The next message creates it again.
            return [];
        }
    }

    /// <inheritdoc />
    public async Task<WorkMessage?> RenewAsync(
        WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
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
            // The message is held elsewhere, or was removed; there is nothing to do here.
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
