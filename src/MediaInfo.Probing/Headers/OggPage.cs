using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Headers;

/// <summary>The header of an Ogg page (RFC 3533, 6).</summary>
/// <param name="IsFirst">Whether it begins a logical stream.</param>
/// <param name="Granule">Its position in the codec's units; -1 if no packet ends on it.</param>
/// <param name="Serial">The logical stream's number.</param>
/// <param name="Number">The page's number in its logical stream.</param>
/// <param name="BodyAt">Where its body starts.</param>
/// <param name="Size">Its size in bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OggPage(bool IsFirst, long Granule, uint Serial, uint Number, int BodyAt, int Size)
{
    private const int Header = 27;

    /// <summary>Reads a page's header; null if there is none.</summary>
    internal static OggPage? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || !bytes.StartsWith("OggS\0"u8) || bytes.Length < Header + bytes[26])
        {
            return null;
        }

        var body = 0;
        foreach (var segment in bytes.Slice(Header, bytes[26]))
        {
            body += segment;
        }

        return new OggPage(
            (bytes[5] & 2) != 0,
            BinaryPrimitives.ReadInt64LittleEndian(bytes[6..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[18..]),
            Header + bytes[26],
            Header + bytes[26] + body);
    }

    /// <summary>The last page's header in these bytes; null if there is none.</summary>
    internal static OggPage? Last(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.LastIndexOf("OggS\0"u8); at >= 0; at = bytes[..at].LastIndexOf("OggS\0"u8))
        {
            if (Read(bytes[at..]) is { } page)
            {
                return page;
            }
        }

        return null;
    }
}
