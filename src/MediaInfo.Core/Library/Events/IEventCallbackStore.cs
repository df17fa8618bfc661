namespace MediaInfo.Core.Library.Events;

/// <summary>Keeps where accounts want their events.</summary>
public interface IEventCallbackStore
{
    /// <summary>What the account has set; null when it never did.</summary>
    Task<EventCallback?> FindAsync(string account, CancellationToken cancellationToken);

    /// <summary>Sets it; the last writer wins.</summary>
    Task WriteAsync(string account, EventCallback callback, CancellationToken cancellationToken);
}
