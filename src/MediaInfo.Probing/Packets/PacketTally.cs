using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Packets;

/// <summary>Measures the packets of every stream, and the network cost of the main video stream.</summary>
internal sealed class PacketTally
{
    // ffprobe itself stops at a thousand.
    private const int MaxStreams = 10_000;

    private readonly SortedDictionary<int, StreamMeter> _streams = [];
    private readonly Dictionary<int, Rational> _timeBases = [];
    private readonly int? _picture;
    private readonly NetworkCostMeter? _cost;
    private readonly BitRateTally _bitRates;
    private readonly IProgress<long>? _progress;
    private long _bytes;

    /// <summary>Starts a count.</summary>
    /// <param name="headers">The streams that the header pass found; streams that appear later are counted too.</param>
    /// <param name="progress">Receives the sum of the packets' sizes so far, in bytes; null if nobody watches.</param>
    internal PacketTally(FfprobeReport headers, IProgress<long>? progress = null)
    {
        _progress = progress;
        _bitRates = new BitRateTally(headers);
        var picture = headers.Streams.FirstOrDefault(
            stream => stream.CodecType is "video" && stream.Disposition?.Find("attached_pic") is not "1");
        _picture = picture is null ? null : ProbeNumbers.Integer(picture.Index);
        _cost = ProbeNumbers.Rate(picture?.TimeBase) is { } unit ? new NetworkCostMeter(unit) : null;
        foreach (var stream in headers.Streams)
        {
            if (ProbeNumbers.Rate(stream.TimeBase) is { } timeBase)
            {
                _timeBases[CommonFields.Index(stream)] = timeBase;
            }
        }
    }

    /// <summary>Adds the next line that ffprobe printed.</summary>
    internal void Add(ReadOnlySpan<byte> line)
    {
        if (PacketLine.Parse(line) is not { } packet || MeterOf(packet.Stream) is not { } meter)
        {
            return;
        }

        meter.Add(packet);
        _bitRates.Add(packet);
        _progress?.Report(_bytes += packet.Size);
        if (packet.Stream == _picture)
        {
            _cost?.Add(packet.Time, packet.Duration, packet.Size);
        }
    }

    /// <summary>The counts so far.</summary>
    internal PacketCounts Total() => new(
        [.. _streams.Select(stream => stream.Value.Total(stream.Key, stream.Key == _picture ? _cost?.Measure() : null))])
    {
        BitRates = _bitRates.Total(),
    };

    private StreamMeter? MeterOf(int stream)
    {
        if (!_streams.TryGetValue(stream, out var meter) && _streams.Count < MaxStreams)
        {
            meter = new StreamMeter(_timeBases.TryGetValue(stream, out var timeBase) ? timeBase : null);
            _streams.Add(stream, meter);
        }

        return meter;
    }
}
