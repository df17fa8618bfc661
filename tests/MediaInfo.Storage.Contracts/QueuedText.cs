namespace MediaInfo.Storage.Contracts;

/// <summary>A message of a queue, as its reader receives it.</summary>
/// <param name="Id">The queue's id for the message.</param>
/// <param name="Text">The message's text.</param>
public sealed record QueuedText(string Id, string Text);
