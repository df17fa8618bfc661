using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Packets;

/// <summary>Measures how the bit rates of the first streams change over time, all by the same clock.</summary>
internal sealed class BitRateTally
{
    private const int MicrosecondsPerSecond = 1_000_000;

    // Far more than any start, and far less than what a number of microseconds holds.
    private const decimal MaxStart = 1_000_000_000_000;

    private readonly SortedDictionary<int, BitRateMeter> _meters = [];
    private readonly Dictionary<int, FfprobeStream> _headers = [];
    private readonly long _origin;

    /// <summary>Starts to measure.</summary>
    /// <param name="headers">The streams that the header pass found. The earliest start is the start of the file.</param>
    internal BitRateTally(FfprobeReport headers)
    {
        foreach (var stream in headers.Streams)
        {
            _headers[CommonFields.Index(stream)] = stream;
        }

        var starts = headers.Streams.Select(stream => ProbeNumbers.Seconds(stream.StartTime)).OfType<decimal>();
        _origin = (long)(Math.Clamp(
            starts.DefaultIfEmpty().Min(), -MaxStart, MaxStart) * MicrosecondsPerSecond);
    }

    /// <summary>Adds the next packet.</summary>
    internal void Add(PacketLine packet) => MeterOf(packet.Stream)?.Add(packet);

    /// <summary>The profile so far: the longest stream decides on the interval of all.</summary>
    internal BitRateProfile Total()
    {
        var doublings = _meters.Values.Select(meter => meter.Doublings).DefaultIfEmpty().Max();
        var interval = BitRateProfile.FirstInterval * (1L << doublings);
        return new BitRateProfile(interval, [.. _meters.Select(meter => meter.Value.Total(meter.Key, doublings))])
        {
            Duration = _meters.Values.Select(meter => meter.End).DefaultIfEmpty().Max() / (decimal)MicrosecondsPerSecond,
        };
    }

    private BitRateMeter? MeterOf(int stream)
    {
        if (!_meters.TryGetValue(stream, out var meter)
            && _meters.Count < BitRateProfile.MaxStreams
            && _headers.TryGetValue(stream, out var header)
            && ProbeNumbers.Rate(header.TimeBase) is { } timeBase)
        {
            meter = new BitRateMeter(timeBase, _origin, header.CodecType);
            _meters.Add(stream, meter);
        }

        return meter;
    }
}
