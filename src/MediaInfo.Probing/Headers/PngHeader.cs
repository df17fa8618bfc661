using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>
/// The chunks of a PNG (third edition): its orientation (eXIf, 11.3.4.5), and of an animated one the number of frames and
/// their delays (11.3.7).
/// </summary>
internal static class PngHeader
{
    private const int FirstChunk = 8;
    private const int ChunkHeader = 8;
    private const int ChunkFrame = 12;
    private const int MaxChunks = 100_000;
    private const int MaxExif = 64 * 1024;

    // A denominator of 0 counts as 100 (11.3.7.3).
    private const int DefaultDenominator = 100;

    /// <summary>Reads the chunks; null if they say neither.</summary>
    internal static async Task<PictureFacts?> ReadAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        long? stated = null;
        int? rotation = null;
        var (frames, duration, at, ended) = (0L, 0m, (long)FirstChunk, false);
        for (var chunks = 0; chunks < MaxChunks && !ended; chunks++)
        {
            var chunk = await window.AtAsync(at, ChunkHeader + 26, cancellationToken);
            if (chunk.Length < ChunkHeader)
            {
                break;
            }

            var type = chunk.Span[4..];
            stated ??= type.StartsWith("acTL"u8) && type.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(type[4..]) : null;
            if (type.StartsWith("fcTL"u8) && chunk.Length == ChunkHeader + 26)
            {
                frames++;
                duration += Delay(chunk.Span[(ChunkHeader + 20)..]);
            }

            if (type.StartsWith("eXIf"u8))
            {
                var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(chunk.Span), MaxExif);
                rotation ??= ExifOrientation.RotationIn((await window.AtAsync(at + ChunkHeader, size, cancellationToken)).Span);
            }

            if (stated is null && chunk.Span[4..].StartsWith("IDAT"u8))
            {
                rotation ??= await AtEndAsync(window, cancellationToken);
                break;
            }

            ended = chunk.Span[4..].StartsWith("IEND"u8);
            at += ChunkFrame + (long)BinaryPrimitives.ReadUInt32BigEndian(chunk.Span);
        }

        return stated is null && rotation is null
            ? null
            : new PictureFacts(PictureFormat.Png)
            {
                Rotation = rotation ?? 0,
                Frames = stated,
                Duration = ended && frames == stated && duration > 0 ? Math.Round(duration, 6) : null,
            };
    }

    // The picture's data is as good as the whole file, so what follows it is looked for from the end.
    private static async Task<int?> AtEndAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        var tail = (await window.AtAsync(Math.Max(0, window.Size - MaxExif), MaxExif, cancellationToken)).Span;
        return tail.LastIndexOf("eXIf"u8) is >= 4 and var at
            && BinaryPrimitives.ReadUInt32BigEndian(tail[(at - 4)..]) is var size && size <= tail.Length - at - 4
                ? ExifOrientation.RotationIn(tail.Slice(at + 4, (int)size))
                : null;
    }

    private static decimal Delay(ReadOnlySpan<byte> frame)
    {
        var denominator = BinaryPrimitives.ReadUInt16BigEndian(frame[2..]);
        return (decimal)BinaryPrimitives.ReadUInt16BigEndian(frame) / (denominator == 0 ? DefaultDenominator : denominator);
    }
}
