using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// Sums the bytes of a stream's packets by interval, in integer ticks. If the stream outgrows the points, each two of them
/// become one, so memory does not grow with its length, and the sums stay exact.
/// </summary>
/// <param name="timeBase">Seconds per tick.</param>
/// <param name="origin">The time of the file's start, in microseconds.</param>
/// <param name="type">ffprobe's codec_type; null if unknown.</param>
internal sealed class BitRateMeter(Rational timeBase, long origin, string? type)
{
    private const int MicrosecondsPerSecond = 1_000_000;
    private const int FirstPerSecond = (int)(1 / BitRateProfile.FirstInterval);

    private readonly List<long> _bytes = [];
    private readonly KeyFrameTimes? _keyFrames = type is "video" ? new KeyFrameTimes() : null;
    private long _at;

    /// <summary>How often the first interval was doubled.</summary>
    internal int Doublings { get; private set; }

    /// <summary>From the file's start to the end of the last packet, in microseconds.</summary>
    internal long End { get; private set; }

    /// <summary>Adds the next packet.</summary>
    internal void Add(PacketLine packet)
    {
        if ((packet.Dts ?? packet.Pts) is { } ticks)
        {
            _at = Clamp(Scaled(ticks) * FirstPerSecond / ((Int128)timeBase.Denominator * MicrosecondsPerSecond));
            End = Math.Max(End, MicrosecondsOf((Int128)ticks + Math.Max(packet.Duration ?? 0, 0)));
        }

        while (_at >> Doublings >= BitRateProfile.MaxPoints)
        {
            Halve(_bytes);
            Doublings++;
        }

        var point = (int)(_at >> Doublings);
        while (_bytes.Count <= point)
        {
            _bytes.Add(0);
        }

        _bytes[point] += packet.Size;
        if (packet.IsKey && (packet.Pts ?? packet.Dts) is { } shown)
        {
            _keyFrames?.Add(MicrosecondsOf(shown));
        }
    }

    /// <summary>The stream so far, with the first interval doubled as often as said, at least <see cref="Doublings"/>.</summary>
    internal StreamBitRate Total(int index, int doublings)
    {
        List<long> bytes = [.. _bytes];
        for (var i = Doublings; i < doublings && bytes.Count > 1; i++)
        {
            Halve(bytes);
        }

        return new StreamBitRate(index, type, bytes, _keyFrames?.Seconds ?? []) { KeyFrameCount = _keyFrames?.Count ?? 0 };
    }

    private static void Halve(List<long> bytes)
    {
        for (var i = 0; i < bytes.Count; i += 2)
        {
            bytes[i / 2] = bytes[i] + (i + 1 < bytes.Count ? bytes[i + 1] : 0);
        }

        bytes.RemoveRange((bytes.Count + 1) / 2, bytes.Count / 2);
    }

    // What is before the file's start counts as its start.
    private static long Clamp(Int128 value) => (long)Int128.Clamp(value, 0, long.MaxValue);

    // Times from the file's start in microseconds, times the time base's denominator: without a division, so nothing is lost.
    private Int128 Scaled(Int128 ticks) =>
        (ticks * timeBase.Numerator * MicrosecondsPerSecond) - ((Int128)origin * timeBase.Denominator);

    private long MicrosecondsOf(Int128 ticks) => Clamp(Scaled(ticks) / timeBase.Denominator);
}
