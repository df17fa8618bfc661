using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The orientation in Exif data or in a TIFF file (Exif 2.32, 4.6.4 A), which viewers obey.</summary>
internal static class ExifOrientation
{
    private const int Orientation = 0x0112;
    private const int Header = 8;
    private const int EntrySize = 12;
    private const int MaxEntries = 4_096;

    private static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    /// <summary>The most bytes that a directory has.</summary>
    internal const int MaxDirectory = 2 + (MaxEntries * EntrySize);

    /// <summary>Whether the bytes begin as Exif data in a JPEG do.</summary>
    internal static bool HasPrefix(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Prefix);

    /// <summary>The clockwise rotation by which a viewer shows the picture: 0, 90, 180 or 270; null if it has none.</summary>
    /// <param name="bytes">Exif data, with the prefix that it has in a JPEG or without.</param>
    internal static int? RotationIn(ReadOnlySpan<byte> bytes)
    {
        var tiff = HasPrefix(bytes) ? bytes[Prefix.Length..] : bytes;
        return DirectoryAt(tiff) is { } at && at <= tiff.Length - 2 ? RotationOf(tiff[(int)at..], IsLittle(tiff)) : null;
    }

    /// <summary>Where the first directory is; null if the bytes begin no TIFF.</summary>
    internal static long? DirectoryAt(ReadOnlySpan<byte> tiff) =>
        tiff.Length >= Header && (tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8))
            ? IsLittle(tiff)
                ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
                : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..])
            : null;

    /// <summary>Whether the numbers' last bytes come last.</summary>
    internal static bool IsLittle(ReadOnlySpan<byte> tiff) => tiff[0] == 'I';

    /// <summary>The same of a directory alone.</summary>
    internal static int? RotationOf(ReadOnlySpan<byte> directory, bool isLittle)
    {
        if (directory.Length < 2)
        {
            return null;
        }

        var count = Math.Min(Number(directory, isLittle), MaxEntries);
        for (var (i, at) = (0, 2); i < count && at + EntrySize <= directory.Length; i++, at += EntrySize)
        {
            if (Number(directory[at..], isLittle) == Orientation)
            {
                return RotationOf(Number(directory[(at + 8)..], isLittle));
            }
        }

        return null;
    }

    // 5 to 8 lie on their side. A mirrored picture keeps its size.
    private static int RotationOf(int orientation) => orientation switch
    {
        3 or 4 => 180,
        5 or 6 => 90,
        7 or 8 => 270,
        _ => 0,
    };

    private static int Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
