using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>Pictures that decompress to too much, or are links.</summary>
public static class HostilePictures
{
    private const int Megabytes = 1_000_000;

    public static IEnumerable<HostileSample> All(HostileTargets to) =>
    [
        Of("largest.png", "2 billion pixels a side", null, Png(0x7FFFFFFF, 0x7FFFFFFF, Bytes.ZlibOfZeros(1000))),
        Of(
            "packed.png",
            "400 MB of pixels that are packed in 400 kB",
            null,
            Png(20_000, 20_000, Bytes.ZlibOfZeros(400 * Megabytes))),
        Of("packed-text.png", "A text of 400 MB that is packed in 400 kB", null, Png(
            1,
            1,
            Bytes.ZlibOfZeros(4),
            PngChunk("zTXt", Bytes.Join(Bytes.Ascii("Title\0\0"), Bytes.ZlibOfZeros(400 * Megabytes))))),
        Of(
            "many-chunks.png",
            "200,000 empty chunks",
            null,
            Png(1, 1, Bytes.ZlibOfZeros(4), Bytes.Repeat(PngChunk("tEXt", Bytes.Ascii("a\0b")), 200_000))),
        Of("largest.jpg", "65,500 pixels a side", null, Jpeg(65_500)),
        Of("segments.jpg", "100,000 segments of metadata", null, Bytes.Join(
            [0xFF, 0xD8], Bytes.Repeat([0xFF, 0xE1, 0, 10, .. Bytes.Ascii("Exif\0\0"), 0, 0], 100_000), Jpeg(16)[2..])),
        Of("frames.gif", "200,000 frames", null, Bytes.Join(
            Bytes.Ascii("GIF89a"), Bytes.Le16(65_535), Bytes.Le16(65_535), [0, 0, 0], Bytes.Repeat(GifFrame(), 200_000), [0x3B])),
        new("endless.gif", "Frames without end", FailureReason.BudgetExceeded)
        {
            Content = Bytes.Join(Bytes.Ascii("GIF89a"), Bytes.Le16(1), Bytes.Le16(1), [0, 0, 0]),
            Forever = GifFrame(),
        },
        Of("loop.tif", "Directories that name each other", null, Bytes.Join(
            Bytes.Ascii("II*\0"),
            Bytes.Le32(8),
            Bytes.Le16(1),
            Bytes.Le16(256),
            Bytes.Le16(4),
            Bytes.Le32(0xFFFFFFFF),
            Bytes.Le32(8),
            Bytes.Le32(8))),
        Of("largest.bmp", "2 billion pixels a side", null, Bytes.Join(
            Bytes.Ascii("BM"),
            Bytes.Le32(0xFFFFFFFF),
            Bytes.Le32(0),
            Bytes.Le32(54),
            Bytes.Le32(40),
            Bytes.Le32(0x7FFFFFFF),
            Bytes.Le32(0x7FFFFFFF),
            Bytes.Le16(1),
            Bytes.Le16(24),
            new byte[4096])),
        Of("entity.svg", "An XML entity of a file", null, Bytes.Utf8(
            $"<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file://{to.File}\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>")),
        Of(
            "link.svg",
            "A picture on a server of this machine",
            null,
            Bytes.Utf8($"<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"http://127.0.0.1:{to.Port}/a.png\"/></svg>")),
        Of("largest.webp", "16,384 pixels a side in 30 bytes", null, Bytes.Join(
            Bytes.Ascii("RIFF"),
            Bytes.Le32(0xFFFFFFFE),
            Bytes.Ascii("WEBPVP8X"),
            Bytes.Le32(10),
            [2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])),
        new("series-of-files.png", "A key that is a pattern of file names", Expected: null)
        {
            Key = "hostile/series%03d.png",
            Content = Png(1, 1, Bytes.ZlibOfZeros(4)),
            Beside = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["hostile/series001.png"] = [1] },
        },
        new("all-files.png", "A key that is a pattern of all files", Expected: null)
        {
            Key = "hostile/*?[a].png",
            Content = Png(1, 1, Bytes.ZlibOfZeros(4)),
        },
    ];

    private static HostileSample Of(string name, string attack, FailureReason? expected, byte[] content) =>
        new(name, attack, expected) { Content = content };

    private static byte[] Png(long width, long height, byte[] pixels, byte[]? more = null) => Bytes.Join(
        [0x89, .. Bytes.Ascii("PNG\r\n\x1A\n")],
        PngChunk("IHDR", Bytes.Join(Bytes.Be32(width), Bytes.Be32(height), [8, 0, 0, 0, 0])),
        more ?? [],
        PngChunk("IDAT", pixels),
        PngChunk("IEND", []));

    private static byte[] PngChunk(string type, byte[] body)
    {
        var named = Bytes.Join(Bytes.Ascii(type), body);
        return Bytes.Join(Bytes.Be32(body.Length), named, Bytes.Be32(Crc32(named)));
    }

    private static byte[] Jpeg(int side) => Bytes.Join(
        [
            0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0,
        ], Bytes.Filled(1, 64), [0xFF, 0xC0, 0, 11, 8], Bytes.Be16(side), Bytes.Be16(side), [1, 1, 0x11, 0],
        [
            0xFF, 0xC4, 0, 20, 0, 1, .. new byte[15], 0, 0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0, 0xFF, 0xDA, 0, 8, 1, 1,
            0, 0, 63, 0,
        ], new byte[64], [0xFF, 0xD9]);

    private static byte[] GifFrame() => Bytes.Join(
        [0x21, 0xF9, 4, 0, 0, 0, 0, 0], [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 0, 0, 0, 255, 255, 255], [2, 2, 0x44, 1, 0]);

    private static uint Crc32(byte[] bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var octet in bytes)
        {
            checksum ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) == 0 ? checksum >> 1 : (checksum >> 1) ^ 0xEDB88320;
            }
        }

        return ~checksum;
    }
}
