using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The attributes of an OpenEXR file (OpenEXR File Layout): name, type, length and value of each.</summary>
internal static class ExrHeader
{
    private const int FirstAttribute = 8;
    private const int LengthSize = 4;
    private const int BoxSize = 16;

    /// <summary>The size of the display window of the first part; 0 if there is none.</summary>
    internal static (long Width, long Height) SizeIn(ReadOnlySpan<byte> head)
    {
        var rest = head[FirstAttribute..];
        while (Text(ref rest) is { Length: > 0 } name && Text(ref rest) is { Length: > 0 } && rest.Length >= LengthSize)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            rest = rest[LengthSize..];
            if (length < 0 || length > rest.Length)
            {
                break;
            }

            if (length == BoxSize && name.SequenceEqual("displayWindow"u8))
            {
                return (Number(rest, 8) - Number(rest, 0) + 1, Number(rest, 12) - Number(rest, 4) + 1);
            }

            rest = rest[length..];
        }

        return default;
    }

    // Ends with a zero; empty if it does not end.
    private static ReadOnlySpan<byte> Text(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)0);
        if (length < 0)
        {
            return default;
        }

        var text = rest[..length];
        rest = rest[(length + 1)..];
        return text;
    }

    private static long Number(ReadOnlySpan<byte> box, int at) => BinaryPrimitives.ReadInt32LittleEndian(box[at..]);
}
