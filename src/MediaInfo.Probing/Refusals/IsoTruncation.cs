using System.Buffers.Binary;
using System.Text;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Refusals;

/// <summary>
/// An MP4 or QuickTime file that ends too early. Recorders and encoders write the box moov, without which nothing can be read,
/// last: a recording that was killed and an upload that broke off have none.
/// </summary>
internal sealed class IsoTruncation(HeaderWindow file)
{
    private const string NoMovie = "The box moov, which describes the streams, is missing: the file was never completed";
    private const int MaxBoxes = 64;
    private const int MaxHeader = 16;
    private const int ShortHeader = 8;

    private static readonly string[] First = ["ftyp", "moov", "mdat", "free", "skip", "wide", "styp", "pnot"];

    /// <summary>Whether a file begins as one of these.</summary>
    public static bool IsIsoMedia(ReadOnlySpan<byte> head) => head.Length >= ShortHeader && First.Contains(TypeOf(head));

    /// <summary>What is missing; null if all boxes that a player needs are there.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var offset = 0L;
        for (var boxes = 0; boxes < MaxBoxes && offset < file.Size; boxes++)
        {
            var header = (await file.AtAsync(offset, MaxHeader, cancellationToken)).ToArray();
            if (header.Length < ShortHeader)
            {
                return NoMovie;
            }

            if (!TypeOf(header).All(char.IsAsciiLetterOrDigit))
            {
                return null;
            }

            var size = SizeOf(header, file.Size - offset);
            if (size < ShortHeader)
            {
                return null;
            }

            if (size > file.Size - offset)
            {
                return $"The file ends in its box {TypeOf(header)}: {file.Size - offset} of {size} bytes are there"
                    + (TypeOf(header) is "moov" ? "" : ", and the box moov, which describes the streams, is missing");
            }

            if (TypeOf(header) is "moov")
            {
                return null;
            }

            offset += size;
        }

        return offset >= file.Size ? NoMovie : null;
    }

    private static string TypeOf(ReadOnlySpan<byte> header) => Encoding.ASCII.GetString(header.Slice(4, 4));

    private static long SizeOf(ReadOnlySpan<byte> header, long rest) => BinaryPrimitives.ReadUInt32BigEndian(header) switch
    {
        0 => rest,
        1 => header.Length < MaxHeader ? 0 : BinaryPrimitives.ReadInt64BigEndian(header[ShortHeader..]),
        var size => size,
    };
}
