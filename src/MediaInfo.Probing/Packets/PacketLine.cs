using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// A packet as ffprobe prints it with "-of compact=p=0": "stream_index=0|pts=0|dts=-1024|duration=512|size=2649|flags=K__".
/// </summary>
/// <param name="Stream">stream_index.</param>
/// <param name="Pts">pts, ticks; null for "N/A".</param>
/// <param name="Dts">dts, ticks; null for "N/A".</param>
/// <param name="Duration">duration, ticks; null for "N/A".</param>
/// <param name="Size">size, bytes.</param>
/// <param name="IsKey">Whether flags begins with K: a key frame.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PacketLine(int Stream, long? Pts, long? Dts, long? Duration, long Size, bool IsKey)
{
    /// <summary>The decoding time, else the presentation time, ticks; null if it has neither.</summary>
    public long? Time => Dts ?? Pts;

    /// <summary>Parses a line; null if it is not a packet, like the empty lines that side data leaves.</summary>
    public static PacketLine? Parse(ReadOnlySpan<byte> line)
    {
        var isKey = false;
        long? stream = null, pts = null, dts = null, duration = null, size = null;
        foreach (var range in line.Split((byte)'|'))
        {
            var field = line[range];
            var equals = field.IndexOf((byte)'=');
            if (equals < 0)
            {
                continue;
            }

            var name = field[..equals];
            if (name.SequenceEqual("flags"u8))
            {
                isKey = field[(equals + 1)..].StartsWith("K"u8);
                continue;
            }

            var value = Number(field[(equals + 1)..]);
            _ = name.SequenceEqual("stream_index"u8) ? stream = value
                : name.SequenceEqual("pts"u8) ? pts = value
                : name.SequenceEqual("dts"u8) ? dts = value
                : name.SequenceEqual("duration"u8) ? duration = value
                : name.SequenceEqual("size"u8) ? size = value
                : null;
        }

        return stream is >= 0 and <= int.MaxValue
            ? new PacketLine((int)stream.Value, pts, dts, duration, Math.Clamp(size ?? 0, 0, int.MaxValue), isKey)
            : null;
    }

    private static long? Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out var read) && read == text.Length ? number : null;
}
