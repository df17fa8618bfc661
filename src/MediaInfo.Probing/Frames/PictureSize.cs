using System.Buffers.Binary;
using System.Buffers.Text;

namespace MediaInfo.Probing.Frames;

/// <summary>Reads the size of a picture that ffmpeg wrote.</summary>
internal static class PictureSize
{
    /// <summary>Width and height in pixels; null if it is no whole picture of a kind that is written here.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, ..] => OfJpeg(file),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when file.Length > 24 => (Big(file[18..]), Big(file[22..])),
        [(byte)'P', (byte)'6', (byte)'\n', ..] => OfPixmap(file),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when file.Length > 30 => OfWebP(file),
        _ => null,
    };

    // ITU-T T.81, B.1.1.3 and B.2.2: segments until a frame header.
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF; at += 2 + Big(file[(at + 2)..]))
        {
            if (file[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (Big(file[(at + 7)..]), Big(file[(at + 5)..]));
            }
        }

        return null;
    }

    // "P6", width and height, and the largest value, each in a line of its own, as FFmpeg writes them.
    private static (int Width, int Height)? OfPixmap(ReadOnlySpan<byte> file)
    {
        var rest = file[3..];
        if (!Utf8Parser.TryParse(rest, out int width, out var length) || length + 1 >= rest.Length)
        {
            return null;
        }

        return Utf8Parser.TryParse(rest[(length + 1)..], out int height, out _) ? (width, height) : null;
    }

    // RFC 9649, 2.5 to 2.7: lossy, lossless or extended.
    private static (int Width, int Height)? OfWebP(ReadOnlySpan<byte> file) => file[15] switch
    {
        (byte)' ' => (Little(file[26..]) & 0x3FFF, Little(file[28..]) & 0x3FFF),
        (byte)'L' when BinaryPrimitives.ReadInt32LittleEndian(file[21..]) is var bits =>
            ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1),
        (byte)'X' => (Little(file[24..]) + 1, Little(file[27..]) + 1),
        _ => null,
    };

    private static int Big(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
