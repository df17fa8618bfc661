using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The orientation in a JPEG's Exif segment.</summary>
internal static class JpegHeader
{
    private const int MaxSegments = 64;
    private const int MaxSegment = 64 * 1024;

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
                && ExifOrientation.HasPrefix(body.Span) && ExifOrientation.RotationIn(body.Span) is { } rotation)
            {
                return new PictureFacts(PictureFormat.Jpeg) { Rotation = rotation };
            }

            at += 2 + Math.Max((int)size, 2);
        }

        return null;
    }
}
