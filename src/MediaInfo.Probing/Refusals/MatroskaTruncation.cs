using System.Numerics;

namespace MediaInfo.Probing.Refusals;

/// <summary>A Matroska or WebM file that ends too early (RFC 9559): in its head, or before its first cluster.</summary>
internal sealed class MatroskaTruncation(FileBytes file)
{
    private const int MaxElements = 64;
    private const int MaxHeader = 12;
    private const int MaxIdLength = 4;
    private const int MaxSizeLength = 8;
    private const ulong Segment = 0x18538067;
    private const ulong Tracks = 0x1654AE6B;
    private const ulong Cluster = 0x1F43B675;

    private static ReadOnlySpan<byte> Ebml => [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>Whether a file begins as one of these.</summary>
    public static bool IsMatroska(ReadOnlySpan<byte> head) => head.StartsWith(Ebml);

    /// <summary>What is missing; null if all elements that a player needs are there.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var (offset, hasTracks) = (0L, false);
        for (var elements = 0; elements < MaxElements && offset < file.Size; elements++)
        {
            var bytes = await file.AtAsync(offset, MaxHeader, cancellationToken);
            if (Read(bytes) is not var (id, size, header))
            {
                return bytes.Length < MaxHeader ? "The file ends in the head of an element" : null;
            }

            if (id == Cluster)
            {
                return hasTracks ? null : "The element Tracks, which describes the streams, is missing";
            }

            hasTracks |= id == Tracks;
            if (id != Segment && size > file.Size - offset - header)
            {
                return $"The file ends in its element {Name(id)}: {file.Size - offset - header} of {size} bytes are there";
            }

            // The segment holds the others.
            offset += id == Segment ? header : header + size;
        }

        return offset < file.Size ? null
            : hasTracks ? "The first Cluster, with which the media begins, is missing"
            : "The element Tracks, which describes the streams, is missing: the file was never completed";
    }

    private static string Name(ulong id) => id switch
    {
        0x1A45DFA3 => "EBML",
        0x114D9B74 => "SeekHead",
        0x1549A966 => "Info",
        Tracks => "Tracks",
        0x1C53BB6B => "Cues",
        0x1043A770 => "Chapters",
        0x1941A469 => "Attachments",
        0x1254C367 => "Tags",
        0xEC => "Void",
        _ => $"{id:X}",
    };

    // The id keeps its length marker, the size does not (RFC 8794, 4.4 and 5). A size of ones only is unknown.
    private static (ulong Id, long Size, int Header)? Read(ReadOnlySpan<byte> bytes)
    {
        if (Number(bytes, MaxIdLength, keepsMarker: true) is not var (id, idLength)
            || Number(bytes[idLength..], MaxSizeLength, keepsMarker: false) is not var (size, sizeLength))
        {
            return null;
        }

        var isUnknown = size == (1UL << (7 * sizeLength)) - 1;
        return (id, isUnknown ? 0 : (long)size, idLength + sizeLength);
    }

    private static (ulong Value, int Length)? Number(ReadOnlySpan<byte> bytes, int maxLength, bool keepsMarker)
    {
        var length = bytes.IsEmpty || bytes[0] == 0 ? int.MaxValue : BitOperations.LeadingZeroCount(bytes[0]) - 23;
        if (length > maxLength || length > bytes.Length)
        {
            return null;
        }

        ulong value = keepsMarker ? bytes[0] : (ulong)(bytes[0] & ((1 << (8 - length)) - 1));
        foreach (var next in bytes[1..length])
        {
            value = (value << 8) | next;
        }

        return (value, length);
    }
}
