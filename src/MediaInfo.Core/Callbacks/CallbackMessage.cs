namespace MediaInfo.Core.Callbacks;

/// <summary>A completion message in a queue.</summary>
/// <param name="Id">The queue's id for the message.</param>
/// <param name="Receipt">Deletes the message, until another reader receives it; null if it was not received.</param>
/// <param name="Text">The message as it was sent.</param>
/// <param name="SentAt">When it was sent, UTC.</param>
/// <param name="DeliveryCount">How often it was received, including this time.</param>
public sealed record CallbackMessage(string Id, string? Receipt, string Text, DateTimeOffset SentAt, long DeliveryCount);
