using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Packets;

/// <summary>Measures how the bit rates of the first streams with times change, all by the same clock.</summary>
public sealed class BitRateTally
{
    // Far more than any start, and far less than what a number of microseconds holds.
    private const decimal MaxStart = 1_000_000_000_000;

    private readonly SortedDictionary<int, BitRateMeter> _meters = [];
    private readonly Dictionary<int, FfprobeStream> _headers = [];
    private readonly FileClock _clock;
    private int _places = BitRateProfile.MaxStreams;

    /// <summary>Starts to measure.</summary>
    /// <param name="headers">The streams that the header pass found. The earliest start is the start of the file.</param>
    public BitRateTally(FfprobeReport headers)
    {
        foreach (var stream in headers.Streams)
        {
            _headers[CommonFields.Index(stream)] = stream;
        }

        var starts = headers.Streams.Select(stream => ProbeNumbers.Seconds(stream.StartTime)).OfType<decimal>();
        _clock = new FileClock(headers.Format?.FormatName is "mpegts" or "mpeg" or "hls" or "hls,applehttp")
        {
            Shift = (long)(Math.Clamp(starts.DefaultIfEmpty().Min(), -MaxStart, MaxStart) * FileClock.Second),
        };
    }

    /// <summary>Adds the next packet.</summary>
    public void Add(PacketLine packet)
    {
        // A stream without times takes no place of others.
        if (MeterOf(packet.Stream) is { } meter && (meter.HasTimes || packet.Time is null || _places-- > 0))
        {
            meter.Add(packet);
        }
    }

    /// <summary>The profile so far: the longest stream decides on the interval of all.</summary>
    public BitRateProfile Total()
    {
        var measured = _meters.Where(meter => meter.Value.HasTimes).ToList();
        var doublings = measured.Select(meter => meter.Value.Doublings).DefaultIfEmpty().Max();
        var interval = BitRateProfile.FirstInterval * (1L << doublings);
        return new BitRateProfile(interval, [.. measured.Select(meter => meter.Value.Total(meter.Key, doublings))])
        {
            Duration = measured.Select(meter => meter.Value.End).DefaultIfEmpty().Max() / (decimal)FileClock.Second,
        };
    }

    private BitRateMeter? MeterOf(int stream)
    {
        if (!_meters.TryGetValue(stream, out var meter)
            && _headers.TryGetValue(stream, out var header)
            && ProbeNumbers.Rate(header.TimeBase) is { } timeBase)
        {
            meter = new BitRateMeter(_clock, timeBase, header.CodecType);
            _meters.Add(stream, meter);
        }

        return meter;
    }
}
