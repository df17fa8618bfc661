using System.Runtime.InteropServices;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>A packet's times in microseconds, by the file's own clock.</summary>
/// <param name="Decoded">The decoding time, else the presentation time.</param>
/// <param name="Shown">The presentation time, else the decoding time.</param>
/// <param name="Duration">The duration; 0 if unknown.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PacketTime(long Decoded, long Shown, long Duration)
{
    // Sums of a few such times do not overflow.
    private const long Most = long.MaxValue / 8;

    /// <summary>The times of a packet; null if it has none.</summary>
    internal static PacketTime? Of(PacketLine packet, Rational timeBase)
    {
        if (packet.Time is not { } ticks)
        {
            return null;
        }

        var (decoded, duration) = (Microseconds(ticks, timeBase), Microseconds(packet.Duration ?? 0, timeBase));
        var shown = Microseconds(packet.Pts ?? ticks, timeBase);

        // Of what contradicts itself, the decoding time is what the others are compared with.
        return new PacketTime(
            decoded,
            Math.Abs(shown - decoded) <= FileClock.MaxAhead ? shown : decoded,
            duration is > 0 and <= FileClock.MaxGap ? duration : 0);
    }

    // Rounded down, so an interval of whole microseconds has exactly the packets that begin in it.
    private static long Microseconds(long ticks, Rational timeBase)
    {
        var (whole, rest) = Int128.DivRem((Int128)ticks * timeBase.Numerator * FileClock.Second, timeBase.Denominator);
        return (long)Int128.Clamp(rest < 0 ? whole - 1 : whole, -Most, Most);
    }
}
