namespace MediaInfo.Core.Queues;

/// <summary>
/// A durable queue for the work of all accounts. A message is redelivered if its holder neither completes nor renews it.
/// </summary>
public interface IWorkQueue
{
    /// <summary>The queue's name, for logging.</summary>
    string Name { get; }

    /// <summary>Adds a message.</summary>
    /// <returns>The message. The sender holds it until its <see cref="WorkItem.Delay"/> is over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The queue has no such priority.</exception>
    Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>
    /// Receives as many messages as there is room for and hides them for the visibility timeout; empty if none are waiting.
    /// </summary>
    /// <remarks>
    /// Within an account, messages come in order of band, then age. Accounts take turns, in the order given by the room. An
    /// implementation may poll seldom-used queues less often, so messages from other processes may be noticed some seconds late.
    /// </remarks>
    Task<IReadOnlyList<WorkMessage>> ReceiveAsync(Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Extends the visibility timeout, or with <see cref="TimeSpan.Zero"/> makes the message visible at once.</summary>
    /// <returns>The message with its new receipt; null if the message is no longer held.</returns>
    Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Removes a finished message. Does nothing if the message is no longer held.</summary>
    Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken);

    /// <summary>Moves the message to the poison queue for manual inspection.</summary>
    Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken);
}
