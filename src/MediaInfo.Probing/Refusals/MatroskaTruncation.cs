using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Refusals;

/// <summary>A Matroska or WebM file that ends too early (RFC 9559): in its head, or before its first cluster.</summary>
internal sealed class MatroskaTruncation(HeaderWindow file)
{
    private const int MaxElements = 64;
    private const uint Segment = 0x18538067;
    private const uint Tracks = 0x1654AE6B;
    private const uint Cluster = 0x1F43B675;

    /// <summary>What is missing; null if all elements that a player needs are there.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var (offset, hasTracks) = (0L, false);
        for (var elements = 0; elements < MaxElements && offset < file.Size; elements++)
        {
            var bytes = await file.AtAsync(offset, EbmlElement.MaxHead, cancellationToken);
            if (EbmlElement.In(bytes.Span) is not var (id, stated, header))
            {
                return bytes.Length < EbmlElement.MaxHead ? "The file ends in the head of an element" : null;
            }

            var size = stated ?? 0;
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

    private static string Name(uint id) => id switch
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
}
