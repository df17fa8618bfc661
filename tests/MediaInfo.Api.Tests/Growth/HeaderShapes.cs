using System.Buffers.Binary;
using System.Reflection;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using MediaInfo.Probing.Output;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>Headers of files that the product reads itself, beside ffprobe.</summary>
internal static class HeaderShapes
{
    private const int Largest = 8 << 20;

    private static readonly ObjectRef File = new("example-bucket", "file");
    private static readonly MethodInfo Read = PlaylistInput.Internal("MediaInfo.Probing.Descriptions.HeaderReader", "ReadAsync");
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8];
    private static readonly byte[] Tiff = [.. "II*\0\u0008\0\0\0"u8];
    private static readonly string[] Parents = ["stbl", "minf", "mdia", "trak", "moov"];
    private static readonly byte[] Segment = [0x18, 0x53, 0x80, 0x67, 0xFF];

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Case("Matroska, many empty elements", "matroska,webm", Segment, size => Repeat([0xEC, 0x80], size)),
        Case("Matroska, many tracks", "matroska,webm", Segment, size => Repeat([0xAE, 0x83, 0x83, 0x81, 1], size)),
        Case("Matroska, encryptions in one another", "matroska,webm", Segment, size =>
            Join([0xAE, 0xFF, 0x83, 0x81, 1], Repeat([0x6D, 0x80, 0xFF, 0x62, 0x40, 0xFF, 0x50, 0x35, 0xFF], size))),
        Case("Matroska, a long name of the program", "matroska,webm", Segment, size =>
            Join([0x57, 0x41, 0x10], [(byte)(size >> 16), (byte)(size >> 8), (byte)size], new byte[size])),
        Case("ASF, many objects", "asf", Asf(long.MaxValue), size => Repeat(Join(new byte[16], Small(24)), size)),
        Case("ASF, objects of no length", "asf", Asf(long.MaxValue), size => new byte[size]),
        Case("TS, packets of many streams", "mpegts", [], size => Number(size, 188, number =>
            [0x47, (byte)(number >> 8 & 0x1F), (byte)number, 0xD0])),
        Case("TS, nothing but sync bytes", "mpegts", [], size => Repeat([0x47], size)),
        Case("TS, clocks that jump", "mpegts", [], size => Number(size, 188, number =>
            [0x47, 1, 0, 0x30, 7, 0x10, (byte)(number * 77), (byte)number, 0, 0, 0x7E, 0])),
        Case("PNG, many chunks", "png_pipe", Png, size => Repeat(Join(new byte[4], "tEXt"u8.ToArray(), new byte[4]), size)),
        Case(
            "PNG, many orientations",
            "png_pipe",
            Png,
            size => Repeat(Join(new byte[4], "eXIf"u8.ToArray(), new byte[4]), size)),
        Case("PNG, many frames", "apng", Png, size =>
            Join(
                [0, 0, 0, 8], "acTL"u8.ToArray(), new byte[12],
                Repeat(Join([0, 0, 0, 26], "fcTL"u8.ToArray(), new byte[30]), size))),
        Case("PNG, words at the end that are no orientation", "png_pipe", Png, size =>
            Join(new byte[4], "IDAT"u8.ToArray(), Repeat([.. "eXIf"u8], size))),
        Case("WebP, many chunks", "webp_pipe", WebP(), size => Repeat(Join("ABCD"u8.ToArray(), new byte[4]), size)),
        Case("WebP, many orientations", "webp_pipe", WebP(), size => Repeat(Join("EXIF"u8.ToArray(), new byte[4]), size)),
        Case(
            "WebP, many frames",
            "webp_pipe",
            WebP(),
            size => Repeat(Join("ANMF"u8.ToArray(), [16, 0, 0, 0], new byte[16]), size)),
        Case("JPEG, many segments", "jpeg_pipe", [0xFF, 0xD8], size => Repeat([0xFF, 0xE1, 0, 2], size)),
        Case("TIFF, a long directory", "tiff_pipe", Tiff, size => Join([0xFF, 0xFF], new byte[size])),
        Case("HEIF, many items and properties", "mov,mp4", Box("ftyp", "heic\0\0\0\0"u8.ToArray()), size => Full("meta", Join(
            Full("pitm", [0, 1]),
            Full("iinf", Join([0, 9], Repeat(Full("infe", [.. "\0\u0001\0\0hvc1\0"u8]), size / 3))),
            Box("iprp", Join(Box("ipco", Repeat(Full("ispe", new byte[8]), size / 3)), Associations(size / 3))))), 1_000_000),
        Case("MP4, many tracks", "mov,mp4", [], size => Box("moov", Repeat(Box("trak", Box("tkhd", new byte[24])), size))),
        Case("MP4, many entries of one track", "mov,mp4", [], size => Entry(Repeat(Box("sinf", Box("frma", [])), size))),
        Case("MP4, many small fragments", "mov,mp4", Box("moov", Box("mvex", [])), size => Repeat(
            Box("moof", Box("traf", Join(Full("tfhd", new byte[4]), Full("trun", [0, 0, 0, 9])))), size)),
        Case("MP4, fragments of many samples", "mov,mp4", Box("moov", Box("mvex", [])), size => Box("moof", Box("traf", Join(
            Full("tfhd", new byte[4]), Box("trun", Join([0, 0, 3, 0], Small32(size / 8), new byte[size])))))),
        Case("Ogg, many pages", "ogg", [], size => Repeat(Page(1), size)),
        Case("Ogg, many links", "ogg", [], size => Number(size, 28, number => [.. Page((byte)number)])),
        Case("Ogg, begins of pages that are none", "ogg", Page(1), size => Repeat([.. "OggS\0"u8], size)),
    ];

    private static GrowthCase Case(
        string shape, string format, byte[] begin, Func<int, byte[]> rest, int largest = Largest) =>
        new($"header: {shape}", largest, size =>
        {
            var content = Join(begin, rest(size));
            var store = new InMemoryObjectStore();
            store.Put(File, content);
            var report = FfprobeReport.Parse(Encoding.UTF8.GetBytes($$"""
                { "streams": [ { "index": 0, "id": "0x100", "nb_frames": "9" } ],
                  "format": { "format_name": "{{format}}", "duration": "9" } }
                """));
            return new GrowthInput(content.Length, async () =>
            {
                using var session = JobReading.Session(File, store, new ProbeBudget(MaxRequests: 5000, MaxBytes: long.MaxValue));
                await session.Read(File.Key, 0).TakeAsync(1, CancellationToken.None);
                await (Task)Read.Invoke(obj: null, [session, report, "DTS discontinuity", CancellationToken.None])!;
            });
        })
        { BytesPerCall = 128 << 20 };

    private static byte[] Entry(byte[] boxes) => Parents.Aggregate(
        Full("stsd", Join(new byte[4], Box("avc1", Join(new byte[78], boxes)))), (inside, type) => Box(type, inside));

    private static byte[] Asf(long length) => Join(new byte[16], Small(length), new byte[6]);

    private static byte[] WebP() => Join("RIFF"u8.ToArray(), new byte[4], "WEBPVP8X"u8.ToArray(), [10, 0, 0, 0], new byte[10]);

    private static byte[] Page(byte serial) => Join("OggS\0\u0002"u8.ToArray(), new byte[8], [serial], new byte[11], [1, 0]);

    private static byte[] Associations(int size)
    {
        var count = size / 5;
        return Full("ipma", Join(Small32(count), Repeat([0, 1, 2, 1, 2], count * 5)));
    }

    private static byte[] Full(string type, byte[] body) => Box(type, Join(new byte[4], body));

    private static byte[] Box(string type, byte[] body) => Join(Small32(8 + body.Length), Encoding.ASCII.GetBytes(type), body);

    private static byte[] Small(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Small32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Number(int size, int length, Func<int, byte[]> begin)
    {
        var all = new byte[size / length * length];
        for (var number = 0; number < size / length; number++)
        {
            begin(number).CopyTo(all.AsSpan(number * length));
        }

        return all;
    }

    private static byte[] Repeat(byte[] part, int size) => Number(size, part.Length, _ => part);

    private static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];
}
