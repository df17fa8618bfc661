namespace MediaInfo.Core.Library.Events;

/// <summary>An account's subscription to library events.</summary>
public sealed record EventCallback
{
    /// <summary>The target of the events.</summary>
    public required EventTarget Target { get; init; }

    /// <summary>The names of the subscribed events.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>Whether posted events are signed.</summary>
    public bool Signs { get; init; }

    /// <summary>The signing key; null if none was set. Never logged.</summary>
    public string? AuthKey { get; init; }

    /// <summary>The event type that matches all events.</summary>
    public const string All = "ALL";

    /// <summary>Whether the account subscribes to the event.</summary>
    public bool Wants(string eventType) =>
        EventTypes.Contains(eventType, StringComparer.Ordinal) || EventTypes.Contains(All, StringComparer.Ordinal);

    /// <summary>The target, without the key.</summary>
    public override string ToString() => Target.ToString();
}
