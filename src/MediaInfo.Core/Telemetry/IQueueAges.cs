namespace MediaInfo.Core.Telemetry;

/// <summary>Looks how long messages have waited.</summary>
public interface IQueueAges
{
    /// <summary>When the oldest visible message of each queue was sent, UTC, by the queue's name; null where none waits.</summary>
    /// <exception cref="IOException">Storage is away.</exception>
    Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadAsync(CancellationToken cancellationToken);
}
