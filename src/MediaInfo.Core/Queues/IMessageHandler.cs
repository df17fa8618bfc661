namespace MediaInfo.Core.Queues;

/// <summary>What is done with the messages of a queue, the same in every host.</summary>
public interface IMessageHandler
{
    /// <summary>Handles a message; it is delivered again when this throws.</summary>
    /// <returns>
    /// Null when it is done; else how long to put it off, since it could not be tried now. That uses up no delivery.
    /// </returns>
    /// <exception cref="InvalidDataException">The message is of no known name or version: no retry will mend it.</exception>
    Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken);

    /// <summary>Records that a message was given up after its last delivery.</summary>
    Task GiveUpAsync(string text, CancellationToken cancellationToken);
}
