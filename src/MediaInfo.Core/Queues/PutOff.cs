namespace MediaInfo.Core.Queues;

/// <summary>The history that a postponed message carries along.</summary>
/// <param name="Deliveries">The number of deliveries used before the message was queued again.</param>
/// <param name="Since">When the message was first postponed, UTC.</param>
public sealed record PutOff(long Deliveries, DateTimeOffset Since);
