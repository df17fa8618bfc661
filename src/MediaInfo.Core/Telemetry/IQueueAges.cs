namespace MediaInfo.Core.Telemetry;

/// <summary>Measures how long messages have waited.</summary>
public interface IQueueAges
{
    /// <summary>When the oldest visible message of each queue was sent, UTC, by queue name; null for an empty queue.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadAsync(CancellationToken cancellationToken);
}
