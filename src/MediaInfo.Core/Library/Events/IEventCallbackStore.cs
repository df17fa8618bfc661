namespace MediaInfo.Core.Library.Events;

/// <summary>Stores the event subscriptions of accounts.</summary>
public interface IEventCallbackStore
{
    /// <summary>The account's subscription; null if it was never set.</summary>
    Task<EventCallback?> FindAsync(string account, CancellationToken cancellationToken);

    /// <summary>Sets the subscription; the last writer wins.</summary>
    Task WriteAsync(string account, EventCallback callback, CancellationToken cancellationToken);
}
