using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The orientation in a JPEG's Exif segment (Exif 2.32, 4.6.4 A), which viewers obey.</summary>
internal static class JpegHeader
{
    private const int Orientation = 0x0112;
    private const int MaxSegments = 64;
    private const int MaxSegment = 64 * 1024;
    private const int TiffHeader = 8;
    private const int EntrySize = 12;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    /// <summary>Reads the segments before the picture's data; null if none has an orientation.</summary>
    internal static async Task<PictureFacts?> ReadAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        var at = 2L;
        for (var segments = 0; segments < MaxSegments; segments++)
        {
            var head = await window.AtAsync(at, 4, cancellationToken);
            if (head.Length < 4 || head.Span[0] != 0xFF || head.Span[1] is 0xDA or 0xD9)
            {
                return null;
            }

            var size = BinaryPrimitives.ReadUInt16BigEndian(head.Span[2..]);
            if (head.Span[1] == 0xE1
                && await window.AtAsync(at + 4, Math.Min((int)size, MaxSegment), cancellationToken) is var body
                && body.Span.StartsWith(Exif) && OrientationIn(body.Span[Exif.Length..]) is { } orientation)
            {
                return new PictureFacts(PictureFormat.Jpeg) { Rotation = RotationOf(orientation) };
            }

            at += 2 + Math.Max((int)size, 2);
        }

        return null;
    }

    private static int? OrientationIn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < TiffHeader)
        {
            return null;
        }

        var little = tiff[0] == 'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[(int)directory..];
        var count = Number16(entries, little);
        for (var (i, at) = (0, 2); i < count && at + EntrySize <= entries.Length; i++, at += EntrySize)
        {
            if (Number16(entries[at..], little) == Orientation)
            {
                return Number16(entries[(at + 8)..], little);
            }
        }

        return null;
    }

    // 5 to 8 lie on their side. A mirrored picture keeps its size.
    private static int RotationOf(int orientation) => orientation switch
    {
        3 or 4 => 180,
        5 or 6 => 90,
        7 or 8 => 270,
        _ => 0,
    };

    private static int Number16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
