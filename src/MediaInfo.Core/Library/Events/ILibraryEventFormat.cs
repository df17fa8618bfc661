namespace MediaInfo.Core.Library.Events;

/// <summary>Writes the library's events as their documents have it.</summary>
public interface ILibraryEventFormat
{
    /// <summary>The name of an event, by which it is subscribed.</summary>
    string NameOf(LibraryEventType type);

    /// <summary>The message of an event.</summary>
    /// <param name="news">What happened.</param>
    /// <param name="at">When, UTC.</param>
    string Format(LibraryNews news, DateTimeOffset at);

    /// <summary>Where the owner wants the news of this one asset to go; null for where all of his news go.</summary>
    EventTarget? TargetOf(Asset asset);
}
