using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Tests.Telemetry;

/// <summary>Records one metric. Tests run in parallel, so each one uses its own dialect or queue.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(double Value, Dictionary<string, string?> Tags)> _heard = new();

    public MeterReader(string name)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is Metrics.MeterName && string.Equals(instrument.Name, name, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Hear(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Hear(value, tags));
        _listener.Start();
    }

    /// <summary>What was recorded with a tag value, including what observable metrics report now.</summary>
    public IReadOnlyList<(double Value, Dictionary<string, string?> Tags)> With(string tag, string value)
    {
        _listener.RecordObservableInstruments();
        return [.. _heard.Where(
            one => one.Tags.TryGetValue(tag, out var found) && string.Equals(found, value, StringComparison.Ordinal))];
    }

    public void Dispose() => _listener.Dispose();

    private void Hear(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue(
            (value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString(), StringComparer.Ordinal)));
}
