using System.Numerics;

namespace MediaInfo.Probing.Headers;

/// <summary>The head of an element of Matroska or WebM (RFC 8794, 4.4 and 5).</summary>
/// <param name="Id">The id, with the marker of its length.</param>
/// <param name="Size">Bytes of the body; null if the element does not state them.</param>
/// <param name="Head">Bytes of the head.</param>
internal readonly record struct EbmlElement(uint Id, long? Size, int Head)
{
    /// <summary>The most bytes that a head of this format has.</summary>
    public const int MaxHead = MaxId + MaxSize;

    private const int MaxId = 4;
    private const int MaxSize = 8;

    /// <summary>Whether a file begins as Matroska and WebM do.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]);

    /// <summary>The head that begins these bytes; null if none does, or if it is cut.</summary>
    public static EbmlElement? In(ReadOnlySpan<byte> bytes)
    {
        var idLength = Length(bytes);
        if (idLength is < 1 or > MaxId || bytes.Length <= idLength)
        {
            return null;
        }

        var sizeLength = Length(bytes[idLength..]);
        if (sizeLength > MaxSize || bytes.Length < idLength + sizeLength)
        {
            return null;
        }

        // An id keeps the marker of its length, a size loses it; all ones is a size that is not known.
        var unknown = (1L << (7 * sizeLength)) - 1;
        var size = Number(bytes.Slice(idLength, sizeLength)) & unknown;
        return new((uint)Number(bytes[..idLength]), size == unknown ? null : size, idLength + sizeLength);
    }

    private static int Length(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? 0 : BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var part in bytes)
        {
            number = (number << 8) | part;
        }

        return number;
    }
}
