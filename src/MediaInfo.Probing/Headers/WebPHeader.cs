using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The chunks of an extended WebP file (RFC 9649): canvas, durations of the frames, and orientation.</summary>
internal static class WebPHeader
{
    private const int FirstChunk = 12;
    private const int ChunkHeader = 8;
    private const int MaxChunks = 20_000;
    private const int MaxExif = 64 * 1024;
    private const decimal MillisecondsPerSecond = 1000;

    /// <summary>Reads the chunks; null if the file is no extended WebP.</summary>
    internal static async Task<PictureFacts?> ReadAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        PictureFacts? picture = null;
        var (frames, duration, at) = (0L, 0L, (long)FirstChunk);
        for (var chunks = 0; chunks < MaxChunks && at < window.Size; chunks++)
        {
            var chunk = await window.AtAsync(at, ChunkHeader + 16, cancellationToken);
            if (chunk.Length < ChunkHeader)
            {
                break;
            }

            picture ??= Canvas(chunk.Span);
            if (chunk.Span is { Length: ChunkHeader + 16 } frame && frame.StartsWith("ANMF"u8))
            {
                frames++;
                duration += Number24(frame[(ChunkHeader + 12)..]);
            }

            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk.Span[4..]);
            if (picture is { Rotation: 0 } upright && chunk.Span.StartsWith("EXIF"u8))
            {
                var exif = await window.AtAsync(at + ChunkHeader, (int)Math.Min(size, MaxExif), cancellationToken);
                picture = upright with { Rotation = ExifOrientation.RotationIn(exif.Span) ?? 0 };
            }

            at += ChunkHeader + size + (size & 1);
        }

        // A cut file, or one that is too long to look at, does not tell all of its frames.
        return picture is null || frames == 0 || at < window.Size
            ? picture
            : picture with { Frames = frames, Duration = duration > 0 ? duration / MillisecondsPerSecond : null };
    }

    private static PictureFacts? Canvas(ReadOnlySpan<byte> chunk) =>
        chunk.Length >= ChunkHeader + 10 && chunk.StartsWith("VP8X"u8)
            ? new PictureFacts(PictureFormat.WebP)
            {
                Width = Number24(chunk[(ChunkHeader + 4)..]) + 1,
                Height = Number24(chunk[(ChunkHeader + 7)..]) + 1,
            }
            : null;

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
