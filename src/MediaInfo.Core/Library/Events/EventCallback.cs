namespace MediaInfo.Core.Library.Events;

/// <summary>Where an account wants the library's events, and which of them.</summary>
public sealed record EventCallback
{
    /// <summary>Where they go.</summary>
    public required EventTarget Target { get; init; }

    /// <summary>The names of the subscribed events.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>Whether posted events are signed.</summary>
    public bool Signs { get; init; }

    /// <summary>The key that signs them; null when none was set. Never logged.</summary>
    public string? AuthKey { get; init; }

    /// <summary>The name that stands for every event.</summary>
    public const string All = "ALL";

    /// <summary>Whether the event is wanted.</summary>
    public bool Wants(string eventType) =>
        EventTypes.Contains(eventType, StringComparer.Ordinal) || EventTypes.Contains(All, StringComparer.Ordinal);

    /// <summary>The target, without the key.</summary>
    public override string ToString() => Target.ToString();
}
