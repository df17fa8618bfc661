namespace MediaInfo.Core.Queues;

/// <summary>
/// A durable queue of the work of all accounts. A message is handed out again when its holder neither completes nor renews it.
/// </summary>
public interface IWorkQueue
{
    /// <summary>The queue's name, for logs.</summary>
    string Name { get; }

    /// <summary>Adds a message.</summary>
    Task SendAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>Takes what there is room for and hides it for a while; empty when none waits.</summary>
    /// <remarks>
    /// Of an account the higher priority comes first, then what waits longest. Between accounts the work is dealt out in turn,
    /// in the order in which the room names them. A store may look rarely where it seldom finds something: what another process
    /// queued may then be seen some seconds later.
    /// </remarks>
    Task<IReadOnlyList<WorkMessage>> ReceiveAsync(Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Holds the message longer, or with <see cref="TimeSpan.Zero"/> puts it back at once.</summary>
    /// <returns>The message with its new receipt; null when the hold was lost.</returns>
    Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Removes a message that is done with; nothing happens when the hold was lost.</summary>
    Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken);

    /// <summary>Moves the message to the poison queue for a person to look at.</summary>
    Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken);
}
