namespace MediaInfo.Core.Messaging;

/// <summary>The message queues of accounts. The service sends its own messages to them by <c>ICallbackTarget</c>.</summary>
/// <remarks>
/// Names are <see cref="QueueName">legal</see> ones that the account may use; the caller checks that. Every method throws an
/// <see cref="IOException"/> if storage is unavailable.
/// </remarks>
public interface IMessageQueues
{
    /// <summary>The most bytes of a message in UTF-8.</summary>
    int LargestBody { get; }

    /// <summary>Creates a queue, or gives settings to one that a message created.</summary>
    Task<QueueCreation> CreateAsync(string queue, QueueSettings settings, CancellationToken cancellationToken);

    /// <summary>
    /// Makes sure that there is the queue, as a message of the service would. Whoever creates it still chooses its settings.
    /// </summary>
    Task EnsureAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Deletes a queue with all its messages. False if there is none.</summary>
    Task<bool> DeleteAsync(string queue, CancellationToken cancellationToken);

    /// <summary>The queue; null if there is none.</summary>
    Task<MessageQueue?> FindAsync(string queue, CancellationToken cancellationToken);

    /// <summary>How many messages the queue has, about; null if there is no such queue.</summary>
    Task<QueueCounts?> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Changes settings, for messages that are sent or received from then on. False without the queue.</summary>
    Task<bool> ChangeAsync(string queue, QueueSettingsChange change, CancellationToken cancellationToken);

    /// <summary>The names of all queues of all accounts that begin with the prefix, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Sends a message. Null if there is no such queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="message">A message of at most <see cref="LargestBody"/> bytes, of characters that XML has.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<SentMessage?> SendAsync(string queue, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Receives messages and hides them from other readers. Null if there is no such queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="max">The most messages, 1 to 16.</param>
    /// <param name="visibility">How long they stay hidden.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<IReadOnlyList<QueueMessage>?> ReceiveAsync(
        string queue, int max, TimeSpan visibility, CancellationToken cancellationToken);

    /// <summary>As above, but leaves the messages visible. They have no receipt.</summary>
    Task<IReadOnlyList<QueueMessage>?> PeekAsync(string queue, int max, CancellationToken cancellationToken);

    /// <summary>Deletes a received message.</summary>
    Task<HeldMessage> DeleteMessageAsync(string queue, string id, string receipt, CancellationToken cancellationToken);

    /// <summary>Hides a received message for a time from now, zero for not at all. The receipt changes.</summary>
    Task<HeldMessage> HideMessageAsync(
        string queue, string id, string receipt, TimeSpan visibility, CancellationToken cancellationToken);
}
