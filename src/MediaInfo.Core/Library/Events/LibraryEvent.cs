namespace MediaInfo.Core.Library.Events;

/// <summary>An event on its way.</summary>
/// <param name="Id">The event's id, the same at every attempt.</param>
/// <param name="Account">Whose event it is.</param>
/// <param name="Type">The event's name.</param>
/// <param name="AssetId">The asset that it is of.</param>
/// <param name="Text">The message.</param>
/// <param name="Target">Where the owner wants this asset's news to go; null for where all of his news go.</param>
public sealed record LibraryEvent(string Id, string Account, string Type, string AssetId, string Text, EventTarget? Target)
{
    /// <summary>The span in which it came to be, as in the header "traceparent"; null when nobody traced it.</summary>
    public string? Trace { get; init; }
}
