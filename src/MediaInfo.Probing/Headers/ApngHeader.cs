using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The chunks of an animated PNG (PNG, third edition, 11.3.7): number of frames and their delays.</summary>
internal static class ApngHeader
{
    private const int FirstChunk = 8;
    private const int ChunkHeader = 8;
    private const int ChunkFrame = 12;
    private const int MaxChunks = 100_000;

    // A denominator of 0 counts as 100 (11.3.7.3).
    private const int DefaultDenominator = 100;

    /// <summary>Reads the chunks; null if the picture has no animation.</summary>
    internal static async Task<PictureFacts?> ReadAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        long? stated = null;
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

            ended = type.StartsWith("IEND"u8);
            at += ChunkFrame + (long)BinaryPrimitives.ReadUInt32BigEndian(chunk.Span);
        }

        return stated is null
            ? null
            : new PictureFacts(PictureFormat.Apng)
            {
                Frames = stated,
                Duration = ended && frames == stated && duration > 0 ? Math.Round(duration, 6) : null,
            };
    }

    private static decimal Delay(ReadOnlySpan<byte> frame)
    {
        var denominator = BinaryPrimitives.ReadUInt16BigEndian(frame[2..]);
        return (decimal)BinaryPrimitives.ReadUInt16BigEndian(frame) / (denominator == 0 ? DefaultDenominator : denominator);
    }
}
