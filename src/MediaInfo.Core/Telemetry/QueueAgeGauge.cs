using System.Diagnostics.Metrics;

namespace MediaInfo.Core.Telemetry;

/// <summary>The metric of each queue's oldest message age, from the last poll. Stale polls are not reported.</summary>
public sealed class QueueAgeGauge : IDisposable
{
    // Longer than the polling interval of any host. If exceeded, another process is polling, or none.
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(3);

    private readonly Meter _meter = new(Metrics.MeterName);
    private readonly IQueueAges _queues;
    private readonly TelemetryOptions _options;
    private readonly TimeProvider _time;
    private readonly ObservableGauge<double> _gauge;
    private Sample _last = new(DateTimeOffset.MinValue, []);

    /// <summary>Registers the metric. Nothing is polled until <see cref="LookAsync"/> is called.</summary>
    public QueueAgeGauge(IQueueAges queues, TelemetryOptions options, TimeProvider time)
    {
        (_queues, _options, _time) = (queues, options, time);
        _gauge = _meter.CreateObservableGauge(
            Metrics.QueueOldestAge, Observe, "s", "Age of the oldest message in a queue");
    }

    /// <summary>Polls every queue, unless the metric has no listener or is turned off.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_gauge.Enabled && _options.QueueAgeEvery > TimeSpan.Zero)
        {
            var heads = await _queues.ReadAsync(cancellationToken);
            Volatile.Write(ref _last, new Sample(_time.GetUtcNow(), [.. heads]));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Observe()
    {
        var last = Volatile.Read(ref _last);
        var now = _time.GetUtcNow();
        return now - last.At > Valid + _options.QueueAgeEvery
            ? []
            : last.Heads.Select(head => new Measurement<double>(
                head.Value is { } sent ? Math.Max(0, (last.At - sent).TotalSeconds) : 0,
                new KeyValuePair<string, object?>("queue", head.Key)));
    }

    private sealed record Sample(DateTimeOffset At, IReadOnlyList<KeyValuePair<string, DateTimeOffset?>> Heads);
}
