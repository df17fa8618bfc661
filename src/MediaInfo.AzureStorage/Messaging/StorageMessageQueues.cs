using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MediaInfo.Core.Messaging;
using QueueMessage = MediaInfo.Core.Messaging.QueueMessage;
using StoredMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace MediaInfo.AzureStorage.Messaging;

/// <summary>Message queues, each in a storage queue. Storage keeps the order of sending, whatever the priorities.</summary>
public sealed class StorageMessageQueues(StorageClients clients, MessageArrivals arrivals, TimeProvider time) : IMessageQueues
{
    // Storage peeks at no more.
    private const int LargestPeek = 32;

    /// <summary>
    /// A wait of 30 seconds looks at once and then after 1, 2, 4, 6, 9, 12, 16, 20 and 26 seconds: ten transactions.
    /// </summary>
    public static PollingPauses Pauses { get; } =
        new([.. new[] { 1, 1, 2, 2, 3, 3, 4, 4, 6 }.Select(seconds => TimeSpan.FromSeconds(seconds))]);

    /// <inheritdoc />
    public int LargestBody => QueueSettings.LargestOfAll - MessageText.LongestLine;

    /// <inheritdoc />
    public async Task<QueueCreation> CreateAsync(string queue, QueueSettings settings, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var metadata = QueueMetadata.Of(new MessageQueue(queue, settings, now, now));
        var client = Client(queue);
        try
        {
            var answer = await client.CreateAsync(metadata, cancellationToken).OrIOException(cancellationToken);
            return answer.Status == 201 ? QueueCreation.Created : QueueCreation.Same;
        }
        catch (IOException failed) when (failed.InnerException is RequestFailedException { ErrorCode: "QueueBeingDeleted" })
        {
            return QueueCreation.BeingDeleted;
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueAlreadyExists" })
        {
            return await AdoptAsync(client, queue, settings, now, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task EnsureAsync(string queue, CancellationToken cancellationToken) =>
        Client(queue).CreateIfNotExistsAsync(QueueMetadata.OfImplicit(queue), cancellationToken).OrIOException(cancellationToken);

    /// <inheritdoc />
    public async Task<bool> DeleteAsync(string queue, CancellationToken cancellationToken) =>
        await OrNullAsync(Client(queue).DeleteAsync(cancellationToken), cancellationToken) is not null;

    /// <inheritdoc />
    public async Task<MessageQueue?> FindAsync(string queue, CancellationToken cancellationToken) =>
        await OrNullAsync(Client(queue).GetPropertiesAsync(cancellationToken), cancellationToken) is { } found
            ? QueueMetadata.Read(queue, found.Value.Metadata)
            : null;

    /// <inheritdoc />
    /// <remarks>Storage tells received messages from delayed ones to nobody: hidden ones count as received.</remarks>
    public async Task<QueueCounts?> CountAsync(string queue, CancellationToken cancellationToken)
    {
        if (await OrNullAsync(Client(queue).GetPropertiesAsync(cancellationToken), cancellationToken) is not { } found
            || await OrNullAsync(Client(queue).PeekMessagesAsync(LargestPeek, cancellationToken), cancellationToken)
                is not { Value: var visible })
        {
            return null;
        }

        var all = Math.Max(found.Value.ApproximateMessagesCount, visible.Length);
        return visible.Length < LargestPeek
            ? new QueueCounts(visible.Length, all - visible.Length, Delayed: 0)
            : new QueueCounts(all, Received: 0, Delayed: 0);
    }

    /// <inheritdoc />
    public async Task<bool> ChangeAsync(string queue, QueueSettingsChange change, CancellationToken cancellationToken)
    {
        var client = Client(queue);
        if (await OrNullAsync(client.GetPropertiesAsync(cancellationToken), cancellationToken) is not { } found)
        {
            return false;
        }

        var now = time.GetUtcNow();
        var there = QueueMetadata.Read(queue, found.Value.Metadata);
        var changed = there with
        {
            Settings = change.ApplyTo(there.Settings),
            CreatedAt = there.CreatedAt ?? now,
            ModifiedAt = now,
        };
        var set = client.SetMetadataAsync(QueueMetadata.Of(changed, found.Value.Metadata), cancellationToken);
        return await OrNullAsync(set, cancellationToken) is not null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var queues = clients.Queues.GetQueuesAsync(QueueTraits.Metadata, cancellationToken: cancellationToken);
        await foreach (var queue in queues.OrIOException(cancellationToken))
        {
            if (QueueMetadata.NameOf(queue.Name, queue.Metadata) is { } name
                && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <inheritdoc />
    public async Task<SentMessage?> SendAsync(string queue, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var delay = message.Delay > TimeSpan.Zero ? message.Delay : (TimeSpan?)null;
        var send = Client(queue).SendMessageAsync(
            MessageText.Write(message.Body, message.Priority), delay, message.Delay + message.Retention, cancellationToken);
        if (await OrNullAsync(send, cancellationToken) is not { Value: var sent })
        {
            return null;
        }

        arrivals.Tell(queue);
        return new SentMessage(
            sent.MessageId, delay is null ? null : new HeldReceipt(sent.TimeNextVisible, sent.PopReceipt).ToString());
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<QueueMessage>?> ReceiveAsync(
        string queue, int max, TimeSpan visibility, CancellationToken cancellationToken) =>
        await OrNullAsync(Client(queue).ReceiveMessagesAsync(max, visibility, cancellationToken), cancellationToken) is { } found
            ? [.. found.Value.Select(Received)]
            : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<QueueMessage>?> PeekAsync(string queue, int max, CancellationToken cancellationToken) =>
        await OrNullAsync(Client(queue).PeekMessagesAsync(max, cancellationToken), cancellationToken) is { } found
            ? [.. found.Value.Select(Peeked)]
            : null;

    /// <inheritdoc />
    public Task<HeldMessage> DeleteMessageAsync(
        string queue, string id, string receipt, CancellationToken cancellationToken) => UseAsync(
            receipt,
            async held =>
            {
                await Client(queue).DeleteMessageAsync(id, held.Pop, cancellationToken).OrIOException(cancellationToken);
                return new HeldMessage(HeldMessageStatus.Done);
            });

    /// <inheritdoc />
    public async Task<HeldMessage> HideMessageAsync(
        string queue, string id, string receipt, TimeSpan visibility, CancellationToken cancellationToken)
    {
        var done = await UseAsync(
            receipt,
            async held =>
            {
                var answer = await Client(queue)
                    .UpdateMessageAsync(id, held.Pop, (string?)null, visibility, cancellationToken)
                    .OrIOException(cancellationToken);
                var next = new HeldReceipt(answer.Value.NextVisibleOn, answer.Value.PopReceipt);
                return new HeldMessage(HeldMessageStatus.Done, next.ToString(), next.EndsAt);
            });
        if (done.Status == HeldMessageStatus.Done && visibility == TimeSpan.Zero)
        {
            arrivals.Tell(queue);
        }

        return done;
    }

    private static QueueMessage Received(StoredMessage stored)
    {
        var visible = stored.NextVisibleOn ?? DateTimeOffset.UnixEpoch;
        return Of(stored.MessageId, stored.Body.ToString(), stored.InsertedOn, stored.DequeueCount) with
        {
            Receipt = new HeldReceipt(visible, stored.PopReceipt).ToString(),
            VisibleAt = visible,
        };
    }

    private static QueueMessage Peeked(PeekedMessage stored) =>
        Of(stored.MessageId, stored.Body.ToString(), stored.InsertedOn, stored.DequeueCount);

    private static QueueMessage Of(string id, string text, DateTimeOffset? inserted, long count)
    {
        var read = MessageText.Read(text);
        var sent = inserted ?? DateTimeOffset.UnixEpoch;
        return new QueueMessage(id, Receipt: null, read?.Body ?? text)
        {
            SentAt = sent,
            FirstReceivedAt = sent,
            DeliveryCount = count,
            Priority = read?.Priority ?? OutgoingMessage.DefaultPriority,
            IsForeign = read is null,
        };
    }

    private static async Task<T?> OrNullAsync<T>(Task<T> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call.OrIOException(cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            return null;
        }
    }

    private QueueClient Client(string queue) => clients.Queues.GetQueueClient(QueueName.Stored(queue));

    private async Task<HeldMessage> UseAsync(string receipt, Func<HeldReceipt, Task<HeldMessage>> use)
    {
        if (HeldReceipt.Read(receipt, time.GetUtcNow()) is not { } held)
        {
            return new HeldMessage(HeldMessageStatus.Lost);
        }

        try
        {
            return await use(held);
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            return new HeldMessage(HeldMessageStatus.NoQueue);
        }
        catch (RequestFailedException refusal) when (refusal is { Status: >= 400 and < 500 })
        {
            // The message is gone, was received again since, or its id or receipt has never been one.
            return new HeldMessage(HeldMessageStatus.Lost);
        }
    }

    // A queue that a message created, or a storage client, has no settings yet.
    private static async Task<QueueCreation> AdoptAsync(
        QueueClient client, string queue, QueueSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OrNullAsync(client.GetPropertiesAsync(cancellationToken), cancellationToken) is not { } found)
        {
            return QueueCreation.BeingDeleted;
        }

        if (QueueMetadata.Read(queue, found.Value.Metadata) is { CreatedAt: not null } there)
        {
            return there.Settings == settings ? QueueCreation.Same : QueueCreation.Different;
        }

        var metadata = QueueMetadata.Of(new MessageQueue(queue, settings, now, now), found.Value.Metadata);
        var set = client.SetMetadataAsync(metadata, cancellationToken);
        return await OrNullAsync(set, cancellationToken) is null ? QueueCreation.BeingDeleted : QueueCreation.Created;
    }
}
