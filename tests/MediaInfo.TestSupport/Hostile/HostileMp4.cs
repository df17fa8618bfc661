using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>
/// ISO base media files whose boxes claim, repeat, nest or point to too much (ISO/IEC 14496-12, QuickTime File Format).
/// </summary>
public static class HostileMp4
{
    private const int Megabytes = 1_000_000;
    private static readonly byte[] Sample = Bytes.Clip("sample.mp4");

    public static IEnumerable<HostileSample> All(HostileTargets to) =>
    [
        Of("long-tag", "A title of 10 MB", null, Movie(Udta(Tag("©nam", Bytes.Filled((byte)'t', 10 * Megabytes))))),
        Of("many-tags", "20,000 tags of other names", null, Movie(ManyTags(20_000))),
        Of(
            "control-tag",
            "4 MB of control characters, which are six times as long in JSON",
            FailureReason.OutputTooLarge,
            Movie(Udta(Tag("©nam", Bytes.Filled(1, 4 * Megabytes))))),
        Of(
            "bad-utf8-tag",
            "Texts that are no UTF-8",
            null,
            Movie(Udta(Tag("©nam", [0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF8, 0x88, (byte)'x'])))),
        Of("many-tracks", "5,000 tracks", FailureReason.OutputTooLarge, Movie(Bytes.Repeat(Track(), 5_000))),
        Of("tracks-at-the-limit", "990 tracks", null, Movie(Bytes.Repeat(Track(), 990))),
        Of(
            "size-4gb",
            "A moov that claims 4 GB",
            FailureReason.Truncated,
            Bytes.Join(Ftyp, Bytes.Be32(0xFFFFFFF0), Bytes.Ascii("moov"), new byte[1000])),
        Of(
            "size-64bit",
            "A box that claims 8 EB",
            FailureReason.Truncated,
            Bytes.Join(Ftyp, Bytes.Be32(1), Bytes.Ascii("moov"), Bytes.Be64(0x7FFFFFFFFFFFFFF0), new byte[1000])),
        Of(
            "skip-8eb",
            "A box to skip that claims 8 EB",
            FailureReason.Truncated,
            Bytes.Join(Ftyp, Bytes.Be32(1), Bytes.Ascii("free"), Bytes.Be64(0x7FFFFFFFFFFFFFF0), new byte[1000])),
        Of("nested", "Boxes 10,000 deep", null, Bytes.Join(Ftyp, Nested("trak", 10_000))),
        Of("nested-tags", "Tags in headers in headers, 10,000 deep", FailureReason.NotMedia, Movie(Nested("udta", 10_000))),
        Of(
            "zero-size-boxes",
            "Boxes of size 0, 1 and 4",
            FailureReason.NotMedia,
            Bytes.Join(Ftyp, Bytes.Repeat(Bytes.Join(Bytes.Be32(4), Bytes.Ascii("free")), 100_000))),
        Of(
            "sample-sizes",
            "2 billion sample sizes",
            FailureReason.NotMedia,
            Movie(Track(Full("stsz", Bytes.Be32(0), Bytes.Be32(0x7FFFFFFF))))),
        Of(
            "equal-sample-sizes",
            "4 billion samples of one size",
            null,
            Movie(Track(Full("stsz", Bytes.Be32(1), Bytes.Be32(0xFFFFFFFF))))),
        Of(
            "sample-times",
            "2 billion times for 2 billion samples each",
            FailureReason.BudgetExceeded,
            Movie(Track(Full("stts", Bytes.Be32(0x7FFFFFFF), Bytes.Be32(0x7FFFFFFF), Bytes.Be32(1))))),
        Of("sample-table", "A sample table that repeats 4 billion times", null, Movie(Track(BombTable()))),
        Of(
            "sample-offsets",
            "2 billion composition offsets",
            FailureReason.NotMedia,
            Movie(Track(Full("ctts", Bytes.Be32(0x7FFFFFFF), Bytes.Be32(1), Bytes.Be32(1))))),
        Of(
            "chunk-offsets",
            "2 billion chunks",
            FailureReason.BudgetExceeded,
            Movie(Track(Full("stco", Bytes.Be32(0x7FFFFFFF), Bytes.Be32(1))))),
        Of(
            "descriptions",
            "65,535 sample descriptions, beside two tracks that can be read",
            null,
            Movie(Track(Full("stsd", Bytes.Be32(65_535), Bytes.Repeat(Entry(), 2_000))))),
        Of("edits", "500,000 edits", null, Movie(Track([], Box("edts", Full(
            "elst",
            Bytes.Be32(500_000),
            Bytes.Repeat(Bytes.Join(Bytes.Be32(1), Bytes.Be32(0), Bytes.Be32(0x10000)), 500_000)))))),
        Of(
            "many-fragments",
            "100,000 fragments",
            FailureReason.NotMedia,
            Bytes.Join(Ftyp, FragmentedMoov(), Bytes.Repeat(Fragment(), 100_000))),
        new("endless-fragments.mp4", "Fragments without end", FailureReason.NotMedia)
        {
            Content = Bytes.Join(Ftyp, FragmentedMoov()),
            Forever = Fragment(),
        },
        new("endless-boxes.mp4", "Empty boxes without end", FailureReason.BudgetExceeded)
        {
            Content = Ftyp,
            Forever = Box("free"),
        },
        Of(
            "many-indexes",
            "50,000 segment indexes that name each other",
            FailureReason.NotMedia,
            Bytes.Join(Ftyp, Bytes.Repeat(SegmentIndex(), 50_000))),
        Of(
            "packed-header",
            "A header of 400 MB that is packed in 400 kB",
            FailureReason.BudgetExceeded,
            Bytes.Join(Ftyp, PackedMoov(400 * Megabytes))),
        Of("cover", "A cover of 12 MB that is no picture", null, Movie(Udta(Tag("covr", Bytes.Filled(0xD8, 12 * Megabytes))))),
        Mov("data-url", "A track whose data is a server's", Data("url ", Bytes.Ascii($"http://127.0.0.1:{to.Port}/a.mov\0"))),
        Mov("data-file", "A track whose data is a file", Data("url ", Bytes.Ascii($"file://{to.File}\0"))),
        Mov("data-alias", "A track whose data is a file, as an alias", Data("alis", Alias(to.File))),
        new("links.mov", "A movie that is a link to a file", FailureReason.NotMedia)
        {
            Content = Bytes.Join(Ftyp, Box("moov", Box("rmra", Box(
                "rmda", Full("rdrf", Bytes.Ascii("url "), Bytes.Be32(to.File.Length + 8), Bytes.Ascii($"file://{to.File}\0")))))),
        },
    ];

    private static byte[] Ftyp => Box("ftyp", Bytes.Ascii("isom"), Bytes.Be32(512), Bytes.Ascii("isomiso2mp41"));

    private static HostileSample Of(string name, string attack, FailureReason? expected, byte[] content) =>
        new($"{name}.mp4", attack, expected) { Content = content };

    private static HostileSample Mov(string name, string attack, byte[] references) =>
        new($"{name}.mov", attack, Expected: null) { Content = Bytes.Join(Ftyp, Box("moov", Mvhd(), Track([], [], references))) };

    private static byte[] Box(string type, params IEnumerable<byte[]> parts)
    {
        var body = Bytes.Join(parts);
        return Bytes.Join(Bytes.Be32(body.Length + 8), Bytes.Ascii(type), body);
    }

    private static byte[] Full(string type, params IEnumerable<byte[]> parts) => Box(type, [Bytes.Be32(0), .. parts]);

    // The sample clip with more boxes at the end of its moov, which comes last.
    private static byte[] Movie(byte[] more)
    {
        var at = Sample.AsSpan().LastIndexOf("moov"u8) - 4;
        var grown = Bytes.Be32(Sample.Length - at + more.Length);
        return Bytes.Join(Sample[..at], grown, Sample[(at + 4)..], more);
    }

    private static byte[] Udta(byte[] tags) => Box("udta", Full("meta", Handler("mdir"), Box("ilst", tags)));

    private static byte[] Tag(string name, byte[] value) => Box(name, Box("data", Bytes.Be32(1), Bytes.Be32(0), value));

    private static byte[] ManyTags(int count) =>
        Box("meta", Handler("mdta"), Keys(count), Box("ilst", Enumerable.Range(1, count).Select(Value)));

    private static byte[] Keys(int count) =>
        Full(
            "keys",
            [Bytes.Be32(count), .. Enumerable.Range(1, count).Select(number => Box("mdta", Bytes.Ascii($"key{number}")))]);

    private static byte[] Value(int number)
    {
        var data = Box("data", Bytes.Be32(1), Bytes.Be32(0), Bytes.Ascii($"value {number}"));
        return Bytes.Join(Bytes.Be32(data.Length + 8), Bytes.Be32(number), data);
    }

    private static byte[] Handler(string type) => Full("hdlr", Bytes.Be32(0), Bytes.Ascii(type), new byte[13]);

    private static byte[] Mvhd() =>
        Full("mvhd", new byte[8], Bytes.Be32(1000), Bytes.Be32(1000), Bytes.Be32(0x10000), new byte[76]);

    private static byte[] Track(byte[]? table = null, byte[]? edits = null, byte[]? references = null) => Box(
        "trak",
        Full("tkhd", new byte[8], Bytes.Be32(7), new byte[68]),
        edits ?? [],
        Box(
            "mdia",
            Full("mdhd", new byte[8], Bytes.Be32(1000), Bytes.Be32(1000), Bytes.Be32(0x55C40000)),
            Handler("soun"),
            Box(
                "minf",
                Full("smhd", new byte[4]),
                Box("dinf", references ?? References()),
                Box("stbl", Full("stsd", Bytes.Be32(1), Entry()), table ?? []))));

    private static byte[] References() => Full("dref", Bytes.Be32(1), Box("url ", Bytes.Be32(1)));

    private static byte[] Data(string type, byte[] target) => Full("dref", Bytes.Be32(1), Full(type, target));

    private static byte[] Entry() => Box(
        "sowt", new byte[6], Bytes.Be16(1), new byte[8], Bytes.Be16(2), Bytes.Be16(16), new byte[4], Bytes.Be32(48_000L << 16));

    private static byte[] BombTable() => Bytes.Join(
        Full("stts", Bytes.Be32(1), Bytes.Be32(0x7FFFFFFF), Bytes.Be32(1)),
        Full(
            "stsc",
            Bytes.Be32(2),
            Bytes.Be32(1),
            Bytes.Be32(0x7FFFFFFF),
            Bytes.Be32(1),
            Bytes.Be32(2),
            Bytes.Be32(0x7FFFFFFF),
            Bytes.Be32(1)),
        Full("stsz", Bytes.Be32(1), Bytes.Be32(0x7FFFFFFF)),
        Full("stco", Bytes.Be32(3), Bytes.Be32(0), Bytes.Be32(0), Bytes.Be32(0)));

    private static byte[] Nested(string type, int depth)
    {
        var all = new byte[depth * 8];
        for (var level = 0; level < depth; level++)
        {
            Bytes.Be32(all.Length - (level * 8)).CopyTo(all, level * 8);
            Bytes.Ascii(type).CopyTo(all, (level * 8) + 4);
        }

        return Box("moov", all);
    }

    private static byte[] FragmentedMoov() =>
        Box("moov", Mvhd(), Track(), Box("mvex", Full("trex", Bytes.Be32(0), Bytes.Be32(1), new byte[12])));

    private static byte[] Fragment() => Bytes.Join(
        Box("moof", Full("mfhd", Bytes.Be32(1)), Box("traf", Full("tfhd", Bytes.Be32(0)), Full("trun", Bytes.Be32(0)))),
        Box("mdat"));

    private static byte[] SegmentIndex() => Full(
        "sidx",
        Bytes.Be32(1),
        Bytes.Be32(1000),
        Bytes.Be32(0),
        Bytes.Be32(0),
        Bytes.Be16(0),
        Bytes.Be16(1),
        Bytes.Be32(0x80000000),
        Bytes.Be32(0),
        Bytes.Be32(0));

    private static byte[] PackedMoov(int size) =>
        Box("moov", Box("cmov", Box("dcom", Bytes.Ascii("zlib")), Box("cmvd", Bytes.Be32(size), Bytes.ZlibOfZeros(size))));

    // An alias record (Inside Macintosh): 150 bytes, then the absolute path as item 18.
    private static byte[] Alias(string path) => Bytes.Join(
        Bytes.Ascii("\0\0\0\0"),
        Bytes.Be16(150),
        Bytes.Be16(2),
        new byte[146],
        Bytes.Be16(18),
        Bytes.Be16(path.Length),
        Bytes.Ascii(path),
        Bytes.Be16(-1),
        Bytes.Be16(0));
}
