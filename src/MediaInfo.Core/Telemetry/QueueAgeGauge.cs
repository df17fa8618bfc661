using System.Diagnostics.Metrics;

namespace MediaInfo.Core.Telemetry;

/// <summary>The metric of the oldest message's age in each queue, from the last look. A look that is long past is not shown.</summary>
public sealed class QueueAgeGauge : IDisposable
{
    // Longer than the pause between two looks, in whatever host; then another process looks, or none.
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(3);

    private readonly Meter _meter = new(Metrics.MeterName);
    private readonly IQueueAges _queues;
    private readonly TelemetryOptions _options;
    private readonly TimeProvider _time;
    private readonly ObservableGauge<double> _gauge;
    private Sample _last = new(DateTimeOffset.MinValue, []);

    /// <summary>Offers the metric; nothing is looked at before <see cref="LookAsync"/>.</summary>
    public QueueAgeGauge(IQueueAges queues, TelemetryOptions options, TimeProvider time)
    {
        (_queues, _options, _time) = (queues, options, time);
        _gauge = _meter.CreateObservableGauge(
            Metrics.QueueOldestAge, Observe, "s", "How long the oldest message of a queue has waited");
    }

    /// <summary>Looks into every queue, unless nobody listens or it is turned off.</summary>
    /// <exception cref="IOException">Storage is away.</exception>
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
