namespace MediaInfo.Core.Queues;

/// <summary>What a message takes along that was put off without being tried.</summary>
/// <param name="Deliveries">The deliveries that it had used before it was queued anew.</param>
/// <param name="Since">When it was put off for the first time, UTC.</param>
public sealed record PutOff(long Deliveries, DateTimeOffset Since);
