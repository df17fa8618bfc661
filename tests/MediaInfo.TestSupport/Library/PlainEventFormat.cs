using MediaInfo.Core.Library.Events;

namespace MediaInfo.TestSupport.Library;

/// <summary>A format of events that no vendor uses.</summary>
public sealed class PlainEventFormat : ILibraryEventFormat
{
    public string NameOf(LibraryEventType type) => type.ToString();

    public string Format(LibraryNews news, DateTimeOffset at) => $"{news.Type} {news.Asset.Status}";

    public EventTarget? TargetOf(LibraryNews news) => null;
}
