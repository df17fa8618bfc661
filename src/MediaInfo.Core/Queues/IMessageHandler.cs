namespace MediaInfo.Core.Queues;

/// <summary>Handles the messages of a queue, in the same way for all hosts.</summary>
public interface IMessageHandler
{
    /// <summary>Handles a message. If this throws, the message is redelivered.</summary>
    /// <returns>
    /// Null if done; otherwise how long to postpone the message, because it could not be tried now. A postponement does not count
    /// as a delivery.
    /// </returns>
    /// <exception cref="InvalidDataException">The message has an unknown name or version; retrying does not help.</exception>
    Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken);

    /// <summary>Records that a message was abandoned after its last delivery.</summary>
    Task GiveUpAsync(string text, CancellationToken cancellationToken);
}
