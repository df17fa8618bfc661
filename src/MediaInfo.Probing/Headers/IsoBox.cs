using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>The header of a box of the ISO base media file format (ISO/IEC 14496-12, 4.2).</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Type">Its four-character code.</param>
/// <param name="Size">Its size, header included.</param>
internal readonly record struct IsoBox(long Offset, string Type, long Size)
{
    /// <summary>The longest header.</summary>
    public const int MaxHeader = 16;

    private const int ShortHeader = 8;

    /// <summary>The offset after it.</summary>
    public long End => Offset + Size;

    /// <summary>Reads a header; null if there is none or the box does not fit in the file.</summary>
    /// <param name="bytes">The bytes at the offset.</param>
    /// <param name="offset">Their offset in the file.</param>
    /// <param name="fileSize">The file's length: a box of size 0 extends to its end.</param>
    public static IsoBox? Read(ReadOnlySpan<byte> bytes, long offset, long fileSize)
    {
        if (bytes.Length < ShortHeader)
        {
            return null;
        }

        long size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var header = ShortHeader;
        if (size == 1)
        {
            header = MaxHeader;
            size = bytes.Length < MaxHeader ? 0 : BinaryPrimitives.ReadInt64BigEndian(bytes[ShortHeader..]);
        }
        else if (size == 0)
        {
            size = fileSize - offset;
        }

        return size >= header && size <= fileSize - offset
            ? new IsoBox(offset, Encoding.ASCII.GetString(bytes.Slice(4, 4)), size)
            : null;
    }
}
