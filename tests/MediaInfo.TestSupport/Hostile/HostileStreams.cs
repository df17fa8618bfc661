using MediaInfo.Core.Jobs;
using MediaInfo.Probing.SelfTest;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>Transport streams, Ogg, FLAC, MP3, AVI, ASF, FLV, WAV, RealMedia and MXF that claim or repeat too much.</summary>
public static class HostileStreams
{
    private const int Megabytes = 1_000_000;

    public static IEnumerable<HostileSample> All() => [.. Transport(), .. Ogg(), .. Sound(), .. Riff(), .. Others()];

    private static IEnumerable<HostileSample> Transport() =>
    [
        Of("many-programs.ts", "8,000 programs", FailureReason.NotMedia, ManyPrograms(8_000)) with
        {
            Or = FailureReason.TimedOut,
            TimeLimit = TimeSpan.FromSeconds(5),
        },
        Of("many-streams.ts", "Maps that name 8,000 streams", null, ManyStreams()),
        Of("map-loop.ts", "A map on the table's own packets", FailureReason.NotMedia, MapLoop()),
        Of(
            "many-names.ts",
            "A service name in 20,000 tables",
            null,
            Bytes.Join(Bytes.Clip("service.ts"), Bytes.Repeat(NameTable(), 20_000))),
        new("endless-packets.ts", "Empty packets without end", FailureReason.BudgetExceeded)
        {
            Content = Bytes.Clip("service.ts"),
            Forever = [0x47, 0x1F, 0xFF, 0x10, .. Bytes.Filled(0xFF, 184)],
        },
        new("endless.ps", "Padding of a program stream without end", FailureReason.BudgetExceeded)
        {
            Or = FailureReason.NotMedia,
            Content = [0, 0, 1, 0xBA, 0x44, 0, 4, 0, 4, 1, 0, 0, 3, 0xF8],
            Forever = [0, 0, 1, 0xBE, 0, 8, .. Bytes.Filled(0xFF, 8)],
        },
    ];

    private static IEnumerable<HostileSample> Ogg() =>
    [
        Of(
            "long-comment.ogg",
            "A comment of 10 MB",
            FailureReason.NotMedia,
            Bytes.Join(OggVorbisHead(), OggPacket(1, CommentHead([("TITLE=", 10 * Megabytes)])))),
        Of("comment-count.ogg", "4 billion comments", FailureReason.NotMedia, Bytes.Join(
            OggVorbisHead(), OggPacket(1, Bytes.Join([3], Bytes.Ascii("vorbis"), Bytes.Le32(0), Bytes.Le32(0xFFFFFFFF))))),
        Of(
            "many-serials.ogg",
            "5,000 streams",
            FailureReason.OutputTooLarge,
            Bytes.Join(Enumerable.Range(1, 5_000).Select(serial => OggPage(2, serial, 0, VorbisIdentity())))),
    ];

    private static IEnumerable<HostileSample> Sound() =>
    [
        Of("picture.flac", "A cover of 16 MB that claims 2 billion pixels a side", null, Flac(FlacPicture(16_000_000))),
        Of("comment.flac", "A comment of 10 MB", null, Flac(FlacBlock(4, Bytes.Join(
            Bytes.Le32(0),
            Bytes.Le32(1),
            Bytes.Le32(10 * Megabytes),
            Bytes.Ascii("TITLE="),
            Bytes.Filled((byte)'t', (10 * Megabytes) - 6))))),
        Of("many-blocks.flac", "100,000 blocks of padding", null, Flac(Bytes.Repeat(FlacBlock(1, []), 100_000))),
        Of("long-tag.mp3", "A tag of 10 MB", null, Mp3(Id3(Frame("TIT2", [3, .. Bytes.Filled((byte)'t', 10 * Megabytes)])))),
        Of("many-frames.mp3", "8,000 frames of other names", null, Mp3(
            Id3(Bytes.Join(Enumerable.Range(0, 8_000).Select(n => Frame("TXXX", [3, .. Bytes.Ascii($"n{n}"), 0, (byte)'x'])))))),
        Of("packed-frame.mp3", "A frame of 400 MB that is packed in 400 kB", null, Mp3(Id3(PackedFrame(400 * Megabytes)))),
        Of(
            "many-tags.mp3",
            "10,000 tags one after the other",
            null,
            Mp3(Bytes.Repeat(Id3(Frame("TIT2", [3, (byte)'t'])), 10_000))),
        Of("bad-text.mp3", "Texts that are no UTF-8 and no UTF-16", null, Mp3(Id3(Bytes.Join(
            Frame("TIT2", [3, 0xFF, 0xC0, 0x80, (byte)'x']), Frame("TPE1", [1, 0xFF, 0xFE, 0x00, 0xD8, 0x00, 0xD8]))))),
        Of("chapters.mp3", "20,000 chapters", null, Mp3(Id3(Bytes.Join(Enumerable.Range(0, 20_000).Select(n => Frame(
            "CHAP",
            [.. Bytes.Ascii($"c{n}"), 0, .. Bytes.Be32(n), .. Bytes.Be32(n + 1), .. Bytes.Be32(0), .. Bytes.Be32(0)])))))),
    ];

    private static IEnumerable<HostileSample> Riff() =>
    [
        Of("size.wav", "Data of 4 GB that is not there", null, Bytes.Join(
            Bytes.Ascii("RIFF"),
            Bytes.Le32(0xFFFFFFFF),
            Bytes.Ascii("WAVE"),
            WaveFormat(),
            Bytes.Ascii("data"),
            Bytes.Le32(0xFFFFFFFF),
            new byte[4096])),
        Of("many-chunks.wav", "500,000 empty chunks", null, Bytes.Join(
            Bytes.Ascii("RIFF"),
            Bytes.Le32(0xFFFFFFFF),
            Bytes.Ascii("WAVE"),
            WaveFormat(),
            Bytes.Repeat(Chunk("junk", []), 500_000),
            Chunk("data", new byte[4096]))),
        Of(
            "size.w64",
            "Chunks of 8 EB",
            FailureReason.NotMedia,
            Bytes.Join(Bytes.Ascii("riff.ÏÜ"), Bytes.Filled(0xA5, 8), Bytes.Le64(ulong.MaxValue), new byte[512])),
        Of("index.avi", "An index of 2 billion entries", null, Avi(Chunk(
            "indx",
            Bytes.Join(Bytes.Le16(4), [0, 0], Bytes.Le32(0x7FFFFFFF), Bytes.Ascii("00dc"), new byte[12], new byte[4096])))),
        Of("index-loop.avi", "An index of indexes that name themselves", null, Avi(IndexLoop())),
        Of("nested.avi", "Lists 10,000 deep", null, Avi(NestedLists(10_000))),
        Of("many-headers.avi", "5,000 streams", FailureReason.OutputTooLarge, Avi(Bytes.Repeat(StreamList(), 5_000))),
    ];

    private static IEnumerable<HostileSample> Others() =>
    [
        Of(
            "objects.asf",
            "Objects of size 0 and 24",
            FailureReason.NotMedia,
            Bytes.Join(AsfHead(0xFFFFFFFF), Bytes.Repeat(AsfObject(24), 50_000), Bytes.Repeat(AsfObject(0), 1_000))),
        Of(
            "size.asf",
            "A header of 16 EB",
            FailureReason.NotMedia,
            Bytes.Join(AsfHead(ulong.MaxValue), AsfObject(ulong.MaxValue), new byte[4096])),
        Of("nested.flv", "Objects 50,000 deep in the metadata", null, Flv(NestedAmf(50_000))),
        Of("array.flv", "An array of 4 billion entries in the metadata", null, Flv(Bytes.Join(
            [2],
            Bytes.Be16(10),
            Bytes.Ascii("onMetaData"),
            [8],
            Bytes.Be32(0xFFFFFFFF),
            Bytes.Be16(9),
            Bytes.Ascii("keyframes"),
            [10],
            Bytes.Be32(0xFFFFFFFF)))),
        Of("sizes.rm", "Chunks of size 0", FailureReason.NotMedia, Bytes.Join(
            Bytes.Ascii(".RMF"),
            Bytes.Be32(18),
            Bytes.Be16(0),
            Bytes.Be32(0),
            Bytes.Be32(0x7FFFFFFF),
            Bytes.Repeat(Bytes.Join(Bytes.Ascii("MDPR"), Bytes.Be32(0), Bytes.Be16(0)), 10_000))),
        Of("partitions.mxf", "Partitions that name themselves", FailureReason.NotMedia, MxfLoop()),
        Of("size.caf", "Chunks of 8 EB", FailureReason.NotMedia, Bytes.Join(
            Bytes.Ascii("caff"),
            Bytes.Be16(1),
            Bytes.Be16(0),
            Bytes.Ascii("desc"),
            Bytes.Be64(32),
            new byte[32],
            Bytes.Ascii("pakt"),
            Bytes.Be64(0x7FFFFFFFFFFFFFFF),
            new byte[64])),
        Of("size.aiff", "Chunks of 4 GB", FailureReason.NotMedia, Bytes.Join(
            Bytes.Ascii("FORM"),
            Bytes.Be32(0xFFFFFFFF),
            Bytes.Ascii("AIFF"),
            Bytes.Ascii("NAME"),
            Bytes.Be32(0xFFFFFFFF),
            new byte[4096])),
    ];

    private static HostileSample Of(string name, string attack, FailureReason? expected, byte[] content) =>
        new(name, attack, expected) { Content = content };

    private static byte[] ManyPrograms(int count)
    {
        var stream = new TransportStream();
        for (var first = 0; first < count; first += 40)
        {
            var entries = Enumerable.Range(first + 1, 40).SelectMany(number =>
                new byte[] { (byte)(number >> 8), (byte)number, (byte)(0xE0 | ((number + 0x20) >> 8)), (byte)(number + 0x20) });
            stream.AddSection(0, 0, [0, 1, 0xC1, (byte)(first / 40), 0xFF, .. entries]);
        }

        return Bytes.Repeat(stream.ToArray(), 10);
    }

    private static byte[] ManyStreams()
    {
        var stream = new TransportStream();
        var programs = Enumerable.Range(1, 40).SelectMany(number => new byte[] { 0, (byte)number, 0xE0, (byte)(number + 0x20) });
        stream.AddSection(0, 0, [0, 1, 0xC1, 0, 0, .. programs]);
        for (var round = 0; round < 6; round++)
        {
            for (var number = 1; number <= 40; number++)
            {
                // A program map has room for 30 streams; each round names different ones.
                var first = 0x100 + (((round * 40) + number) * 30);
                var streams = Enumerable.Range(first, 30).SelectMany(
                    pid => new byte[] { 3, (byte)(0xE0 | (pid >> 8)), (byte)pid, 0xF0, 0 });
                stream.AddSection(
                    number + 0x20, 2, [0, (byte)number, (byte)(0xC1 | (round << 1)), 0, 0, 0xE1, 0, 0xF0, 0, .. streams]);
            }
        }

        return Bytes.Repeat(stream.ToArray(), 5);
    }

    private static byte[] MapLoop()
    {
        var stream = new TransportStream();
        stream.AddSection(0, 0, [0, 1, 0xC1, 0, 0, 0, 1, 0xE0, 0]);
        stream.AddSection(0, 2, [0, 1, 0xC1, 0, 0, 0xE0, 0, 0xF0, 0, 0x05, 0xE0, 0, 0xF0, 0]);
        return Bytes.Repeat(stream.ToArray(), 2_000);
    }

    private static byte[] NameTable()
    {
        var stream = new TransportStream();
        byte[] service = [1, 0, 100, .. Bytes.Filled((byte)'n', 100)];
        stream.AddSection(
            0x11,
            0x42,
            [0, 1, 0xC1, 0, 0, 0, 1, 0xFF, 0, 1, 0xFC, 0x80, (byte)(service.Length + 2), 0x48, (byte)service.Length, .. service]);
        return stream.ToArray();
    }

    private static byte[] VorbisIdentity() =>
        Bytes.Join([1], Bytes.Ascii("vorbis"), Bytes.Le32(0), [2], Bytes.Le32(48_000), new byte[12], [0xB8, 1]);

    private static byte[] OggVorbisHead() => OggPage(2, 1, 0, VorbisIdentity());

    private static byte[] CommentHead((string Name, int Length)[] comments) => Bytes.Join(
        [[3], Bytes.Ascii("vorbis"), Bytes.Le32(0), Bytes.Le32(comments.Length),
            .. comments.Select(comment => Bytes.Join(
                Bytes.Le32(comment.Name.Length + comment.Length),
                Bytes.Ascii(comment.Name),
                Bytes.Filled((byte)'t', comment.Length))), [1]]);

    // A packet over as many pages as it needs, with 255 full segments each.
    private static byte[] OggPacket(int serial, byte[] packet)
    {
        const int full = 255 * 255;
        return Bytes.Join(packet.Chunk(full).Select((part, index) => OggPage(index == 0 ? 0 : 1, serial, index + 1, part)));
    }

    private static byte[] OggPage(int flags, int serial, int sequence, byte[] body)
    {
        var lacing = Enumerable.Repeat((byte)255, body.Length / 255).ToList();
        if (lacing.Count < 255)
        {
            lacing.Add((byte)(body.Length % 255));
        }

        var page = Bytes.Join(
            Bytes.Ascii("OggS"),
            [0, (byte)flags],
            new byte[8],
            Bytes.Le32(serial),
            Bytes.Le32(sequence),
            new byte[4],
            [(byte)lacing.Count],
            [.. lacing],
            body);
        Bytes.Le32(OggChecksum(page)).CopyTo(page, 22);
        return page;
    }

    private static uint OggChecksum(byte[] page)
    {
        uint checksum = 0;
        foreach (var octet in page)
        {
            checksum ^= (uint)octet << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 0x80000000) == 0 ? checksum << 1 : (checksum << 1) ^ 0x04C11DB7;
            }
        }

        return checksum;
    }

    private static byte[] Flac(byte[] blocks) => Bytes.Join(
        Bytes.Ascii("fLaC"),
        FlacBlock(0, Bytes.Join(Bytes.Be16(4096), Bytes.Be16(4096), new byte[6], [0x0B, 0xB8, 0x02, 0xF0], new byte[20])),
        blocks,
        FlacBlock(0x81, []),
        [0xFF, 0xF8, 0xC9, 0x08],
        new byte[4096]);

    private static byte[] FlacBlock(int type, byte[] body) => Bytes.Join([(byte)type, .. Bytes.Be32(body.Length).Skip(1)], body);

    private static byte[] FlacPicture(int size) => FlacBlock(6, Bytes.Join(
        Bytes.Be32(3),
        Bytes.Be32(9),
        Bytes.Ascii("image/png"),
        Bytes.Be32(0),
        Bytes.Be32(0x7FFFFFFF),
        Bytes.Be32(0x7FFFFFFF),
        Bytes.Be32(24),
        Bytes.Be32(0),
        Bytes.Be32(size),
        new byte[size]));

    private static byte[] Mp3(byte[] tags) => Bytes.Join(tags, Bytes.Clip("sound.mp3"));

    private static byte[] Id3(byte[] frames) => Bytes.Join(Bytes.Ascii("ID3"), [4, 0, 0], Synchsafe(frames.Length), frames);

    private static byte[] Frame(string id, byte[] body) => Bytes.Join(Bytes.Ascii(id), Synchsafe(body.Length), [0, 0], body);

    private static byte[] PackedFrame(int size)
    {
        byte[] body = [.. Synchsafe(0x0FFFFFFF), .. Bytes.ZlibOfZeros(size)];
        return Bytes.Join(Bytes.Ascii("TIT2"), Synchsafe(body.Length), [0, 0x09], body);
    }

    private static byte[] Synchsafe(int value) =>
        [(byte)((value >> 21) & 0x7F), (byte)((value >> 14) & 0x7F), (byte)((value >> 7) & 0x7F), (byte)(value & 0x7F)];

    private static byte[] Chunk(string type, byte[] body) => Bytes.Join(Bytes.Ascii(type), Bytes.Le32(body.Length), body);

    private static byte[] WaveFormat() => Chunk(
        "fmt ", Bytes.Join(Bytes.Le16(1), Bytes.Le16(1), Bytes.Le32(48_000), Bytes.Le32(96_000), Bytes.Le16(2), Bytes.Le16(16)));

    private static byte[] List(string type, byte[] body) => Chunk("LIST", Bytes.Join(Bytes.Ascii(type), body));

    private static byte[] StreamList() => List("strl", Bytes.Join(
        Chunk("strh", Bytes.Join(Bytes.Ascii("auds"), new byte[16], Bytes.Le32(1), Bytes.Le32(48_000), new byte[24])),
        Chunk(
            "strf",
            Bytes.Join(Bytes.Le16(1), Bytes.Le16(1), Bytes.Le32(48_000), Bytes.Le32(96_000), Bytes.Le16(2), Bytes.Le16(16)))));

    private static byte[] Avi(byte[] more)
    {
        var body = Bytes.Join(
            Bytes.Ascii("AVI "), List("hdrl", Bytes.Join(Chunk("avih", new byte[56]), StreamList(), more)), List("movi", []));
        return Chunk("RIFF", body);
    }

    private static byte[] IndexLoop() => Chunk("indx", Bytes.Join(
        Bytes.Le16(4),
        [0, 0],
        Bytes.Le32(1_000),
        Bytes.Ascii("00wb"),
        new byte[12],
        Bytes.Repeat(Bytes.Join(Bytes.Le64(12), Bytes.Le32(100), Bytes.Le32(1)), 1_000)));

    private static byte[] NestedLists(int depth)
    {
        var all = new byte[depth * 12];
        for (var level = 0; level < depth; level++)
        {
            Bytes.Ascii("LIST").CopyTo(all, level * 12);
            Bytes.Le32(all.Length - (level * 12) - 8).CopyTo(all, (level * 12) + 4);
            Bytes.Ascii("strl").CopyTo(all, (level * 12) + 8);
        }

        return all;
    }

    private static byte[] AsfHead(ulong size) => Bytes.Join(
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62, 0xCE, 0x6C],
        Bytes.Le64(size),
        Bytes.Le32(0xFFFFFFFF),
        [1, 2]);

    private static byte[] AsfObject(ulong size) => Bytes.Join(
        [0xB5, 0x03, 0xBF, 0x5F, 0x2E, 0xA9, 0xCF, 0x11, 0x8E, 0xE3, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65], Bytes.Le64(size));

    private static byte[] Flv(byte[] script) => Bytes.Join(
        Bytes.Ascii("FLV"), [1, 5], Bytes.Be32(9), Bytes.Be32(0), [18, .. Bytes.Be32(script.Length).Skip(1)], new byte[7], script,
        Bytes.Be32(script.Length + 11),
        Bytes.Repeat([8, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0x3F, 0, 0, 0, 0, 0, 0, 15], 100));

    private static byte[] NestedAmf(int depth) => Bytes.Join(
        [2], Bytes.Be16(10), Bytes.Ascii("onMetaData"), Bytes.Repeat([3, 0, 1, (byte)'a'], depth));

    private static byte[] MxfLoop()
    {
        byte[] key = [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01, 0x0D, 0x01, 0x02, 0x01, 0x01, 0x02, 0x04, 0x00];
        var pack = Bytes.Join(
            Bytes.Be16(1),
            Bytes.Be16(2),
            Bytes.Be32(1),
            Bytes.Be64(0),
            Bytes.Be64(0),
            Bytes.Be64(0),
            Bytes.Be64(0xFFFFFF),
            new byte[40]);
        return Bytes.Repeat(Bytes.Join(key, [0x83, .. Bytes.Be32(pack.Length).Skip(1)], pack), 2_000);
    }
}
