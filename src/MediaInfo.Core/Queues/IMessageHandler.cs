namespace MediaInfo.Core.Queues;

/// <summary>What is done with the messages of a queue, the same in every host.</summary>
public interface IMessageHandler
{
    /// <summary>Handles a message; it is delivered again when this throws.</summary>
    /// <exception cref="InvalidDataException">The message is of no known name or version: no retry will mend it.</exception>
    Task HandleAsync(string text, CancellationToken cancellationToken);

    /// <summary>Records that a message was given up after its last delivery.</summary>
    Task GiveUpAsync(string text, CancellationToken cancellationToken);
}
