namespace MediaInfo.Core.Queues;

/// <summary>Where work is taken from. A message is handed out again when its holder neither completes nor renews it.</summary>
public interface IWorkSource
{
    /// <summary>The source's name, for logs.</summary>
    string Name { get; }

    /// <summary>Takes at most so many messages (1 to 32) and hides them for a while; empty when none wait.</summary>
    Task<IReadOnlyList<WorkMessage>> ReceiveAsync(int max, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Holds the message longer, or with <see cref="TimeSpan.Zero"/> puts it back at once.</summary>
    /// <returns>The message with its new receipt; null when the hold was lost.</returns>
    Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>Removes a message that is done with; nothing happens when the hold was lost.</summary>
    Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken);

    /// <summary>Moves the message to the poison queue for a person to look at.</summary>
    Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken);
}
