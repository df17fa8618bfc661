namespace MediaInfo.Core.Messaging;

/// <summary>How many messages a queue has.</summary>
/// <param name="Visible">Those that can be received.</param>
/// <param name="Received">Those that were received and are hidden.</param>
/// <param name="Delayed">Those that were not received yet and are hidden.</param>
public sealed record QueueCounts(long Visible, long Received, long Delayed);
