namespace MediaInfo.Core.Callbacks;

/// <summary>A kind of message in the callback queue, and how it is delivered.</summary>
public interface ICallbackMessages
{
    /// <summary>The name that messages of this kind carry.</summary>
    string Name { get; }

    /// <summary>Delivers what the message requests.</summary>
    /// <returns>Null if done; otherwise how long to postpone the delivery, because the target can't accept it now.</returns>
    /// <exception cref="IOException">The target cannot be reached now; redeliver the queue message later.</exception>
    /// <exception cref="InvalidDataException">The message can't be read.</exception>
    Task<TimeSpan?> DeliverAsync(string text, CancellationToken cancellationToken);

    /// <summary>Records that the message was abandoned after its last delivery. An unreadable message leaves no record.</summary>
    Task GiveUpAsync(string text, CancellationToken cancellationToken);
}
