namespace MediaInfo.Core.Library.Events;

/// <summary>Formats library events as the vendor documents them.</summary>
public interface ILibraryEventFormat
{
    /// <summary>The name of an event type, as used in subscriptions.</summary>
    string NameOf(LibraryEventType type);

    /// <summary>Formats the message of an event.</summary>
    /// <param name="news">What happened.</param>
    /// <param name="at">The time of the event, UTC.</param>
    string Format(LibraryNews news, DateTimeOffset at);

    /// <summary>The target for events of this asset, or of this job; null for the account's default target.</summary>
    EventTarget? TargetOf(LibraryNews news);
}
