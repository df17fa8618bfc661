namespace MediaInfo.Core.Messaging;

/// <summary>A message that was sent.</summary>
/// <param name="Id">The queue's id for the message.</param>
/// <param name="Receipt">Deletes or hides the message while it is delayed; null if it is visible at once.</param>
public sealed record SentMessage(string Id, string? Receipt);
