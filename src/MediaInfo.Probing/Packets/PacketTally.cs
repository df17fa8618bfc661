using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Packets;

/// <summary>Counts packets per stream and measures the network cost of the main video stream.</summary>
internal sealed class PacketTally
{
    // ffprobe itself stops at a thousand.
    private const int MaxStreams = 10_000;

    private readonly SortedDictionary<int, long> _counts = [];
    private readonly int? _picture;
    private readonly NetworkCostMeter? _meter;
    private readonly IProgress<long>? _progress;
    private long _bytes;

    /// <summary>Starts a count.</summary>
    /// <param name="headers">The streams that the header pass found; streams that appear later are counted too.</param>
    /// <param name="progress">Receives the sum of the packets' sizes so far, in bytes; null if nobody watches.</param>
    internal PacketTally(FfprobeReport headers, IProgress<long>? progress = null)
    {
        _progress = progress;
        var picture = headers.Streams.FirstOrDefault(
            stream => stream.CodecType is "video" && stream.Disposition?.Find("attached_pic") is not "1");
        _picture = picture is null ? null : ProbeNumbers.Integer(picture.Index);
        _meter = ProbeNumbers.Rate(picture?.TimeBase) is { } timeBase ? new NetworkCostMeter(timeBase) : null;
    }

    /// <summary>Adds the next line that ffprobe printed.</summary>
    internal void Add(ReadOnlySpan<byte> line)
    {
        if (PacketLine.Parse(line) is not { } packet || (_counts.Count == MaxStreams && !_counts.ContainsKey(packet.Stream)))
        {
            return;
        }

        _counts[packet.Stream] = _counts.GetValueOrDefault(packet.Stream) + 1;
        _progress?.Report(_bytes += packet.Size);
        if (packet.Stream == _picture)
        {
            _meter?.Add(packet.Dts ?? packet.Pts, packet.Duration, packet.Size);
        }
    }

    /// <summary>The counts so far.</summary>
    internal PacketCounts Total() => new(
        [.. _counts.Select(
            count => new StreamPackets(count.Key, count.Value, count.Key == _picture ? _meter?.Measure() : null))]);
}
