namespace MediaInfo.Core.Library.Events;

/// <summary>An event queued for delivery.</summary>
/// <param name="Id">The event's id, the same for every attempt.</param>
/// <param name="Account">The account that receives the event.</param>
/// <param name="Type">The event's name.</param>
/// <param name="AssetId">The id of the asset.</param>
/// <param name="Text">The message.</param>
/// <param name="Target">The target for events of this asset; null for the account's default target.</param>
public sealed record LibraryEvent(string Id, string Account, string Type, string AssetId, string Text, EventTarget? Target)
{
    /// <summary>The span that raised the event, in "traceparent" format; null if it was not traced.</summary>
    public string? Trace { get; init; }
}
