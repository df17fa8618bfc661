using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>Matroska files whose elements claim, repeat, nest or decompress to too much (RFC 8794, RFC 9559).</summary>
public static class HostileMatroska
{
    private const int Megabytes = 1_000_000;

    public static IEnumerable<HostileSample> All(HostileTargets to) =>
    [
        Of(
            "many-voids",
            "500,000 void elements",
            null,
            Segment(Bytes.Repeat([0xEC, 0x80], 500_000), Info(), Tracks(1), Cluster())),
        Of("many-tracks", "5,000 tracks", FailureReason.OutputTooLarge, Segment(Info(), Tracks(5_000), Cluster())),
        Of("size-56bit", "A segment of 72 PB with a void of as much", FailureReason.Truncated, Bytes.Join(
            Head,
            [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE],
            [0xEC, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xF0])),
        Of("nested", "Chapters in chapters, 5,000 deep", null, Segment(Info(), Nested(5_000), Tracks(1), Cluster())),
        Of(
            "long-tag",
            "A tag of 10 MB",
            null,
            Segment(Info(), TagOf("TITLE", Bytes.Filled((byte)'t', 10 * Megabytes)), Tracks(1), Cluster())),
        Of("many-tags", "8,000 tags", null, Segment(
            Info(), Tags(Enumerable.Range(0, 8_000).Select(n => SimpleTag($"NAME{n}", [(byte)'x']))), Tracks(1), Cluster())),
        Of(
            "bad-utf8-tag",
            "Texts that are no UTF-8",
            null,
            Segment(Info(), TagOf("TITLE", [0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, (byte)'x']), Tracks(1), Cluster())),
        Of("many-chapters", "50,000 chapters", null, Segment(Info(), Chapters(50_000), Tracks(1), Cluster())),
        Of("attachment", "An attachment of 16 MB", null, Segment(Info(), Attachment(16 * Megabytes), Tracks(1), Cluster())),
        Of(
            "many-attachments",
            "3,000 attachments, each a stream",
            null,
            Segment(Info(), Element(0x1941A469, Enumerable.Range(0, 3_000).Select(_ => File(10))), Tracks(1), Cluster())),
        Of(
            "packed-private",
            "Codec data of 400 MB that is packed in 400 kB",
            null,
            Segment(Info(), PackedTrack(400 * Megabytes), Cluster())),
        Of("many-lacings", "Blocks that claim 256 frames each", null, Segment(
            Info(),
            Tracks(1),
            Element(0x1F43B675, Element(0xE7, [0]), Bytes.Repeat(Element(0xA3, [0x81, 0, 0, 0x06, 0xFF, 1, 1, 1]), 50_000)))),
        Of("seek-loop", "An index that points to itself", null, Segment(SeekTo(0x114D9B74, 0), Info(), Tracks(1), Cluster())),
        Of("linked", "A segment whose next is a file", null, Segment(Element(
            0x1549A966,
            Element(0x2AD7B1, Bytes.Be32(1_000_000)),
            Element(0x3EB923, new byte[16]),
            Element(0x3E83BB, Bytes.Utf8(to.File))), Tracks(1), Cluster())),
        new("endless-clusters.mkv", "Clusters of unknown size without end", FailureReason.BudgetExceeded)
        {
            Content = Bytes.Join(Head, Unknown(0x18538067), Info(), Tracks(1)),
            Forever = Bytes.Join(Unknown(0x1F43B675), Element(0xE7, [0])),
        },
        new("endless-voids.mkv", "Void elements without end", FailureReason.BudgetExceeded)
        {
            Content = Bytes.Join(Head, Unknown(0x18538067)),
            Forever = [0xEC, 0x80],
        },
    ];

    private static byte[] Head => Element(
        0x1A45DFA3,
        Element(0x4286, [1]),
        Element(0x42F7, [1]),
        Element(0x42F2, [4]),
        Element(0x42F3, [8]),
        Element(0x4282, Bytes.Ascii("matroska")),
        Element(0x4287, [4]),
        Element(0x4285, [2]));

    private static HostileSample Of(string name, string attack, FailureReason? expected, byte[] content) =>
        new($"{name}.mkv", attack, expected) { Content = content };

    private static byte[] Segment(params IEnumerable<byte[]> parts) => Bytes.Join(Head, Element(0x18538067, parts));

    private static byte[] Element(long id, params IEnumerable<byte[]> parts)
    {
        var body = Bytes.Join(parts);
        return Bytes.Join(Id(id), [0x08, .. Bytes.Be32(body.Length)], body);
    }

    private static byte[] Unknown(long id) => [.. Id(id), 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    private static byte[] Id(long id) => [.. Bytes.Be32(id).SkipWhile(octet => octet == 0)];

    private static byte[] Info() => Element(0x1549A966, Element(0x2AD7B1, Bytes.Be32(1_000_000)));

    private static byte[] Tracks(int count) => Element(0x1654AE6B, Enumerable.Range(1, count).Select(number => Entry(number)));

    private static byte[] Entry(int number, params byte[][] more) => Element(
        0xAE, [Element(0xD7, Bytes.Be32(number)), Element(0x73C5, Bytes.Be32(number)), Element(0x83, [2]), Element(
            0x86, Bytes.Ascii("A_PCM/INT/LIT")),
            Element(0xE1, Element(0xB5, [0x47, 0x3B, 0x80, 0x00]), Element(0x9F, [1]), Element(0x6264, [16])), .. more]);

    // A CodecPrivate, compressed with zlib.
    private static byte[] PackedTrack(int size) => Element(
        0x1654AE6B,
        Entry(
            1,
            Element(0x63A2, Bytes.ZlibOfZeros(size)),
            Element(0x6D80, Element(0x6240, Element(0x5032, [2]), Element(0x5034, Element(0x4254, [0]))))));

    private static byte[] Cluster() =>
        Element(0x1F43B675, Element(0xE7, [0]), Element(0xA3, [0x81, 0, 0, 0x80, .. new byte[96]]));

    private static byte[] TagOf(string name, byte[] text) => Tags([SimpleTag(name, text)]);

    private static byte[] Tags(IEnumerable<byte[]> tags) => Element(0x1254C367, Element(0x7373, [Element(0x63C0), .. tags]));

    private static byte[] SimpleTag(string name, byte[] text) =>
        Element(0x67C8, Element(0x45A3, Bytes.Ascii(name)), Element(0x4487, text));

    private static byte[] Chapters(int count) => Element(0x1043A770, Element(0x45B9, Enumerable.Range(1, count).Select(Chapter)));

    private static byte[] Chapter(int number) =>
        Element(
            0xB6,
            Element(0x73C4, Bytes.Be32(number)),
            Element(0x91, Bytes.Be64((ulong)number * 1000)),
            Element(0x80, Element(0x85, Bytes.Ascii("a chapter"))));

    private static byte[] Nested(int depth)
    {
        // With sizes of five bytes, each level adds six bytes.
        var all = new byte[depth * 6];
        for (var level = 0; level < depth; level++)
        {
            all[level * 6] = 0xB6;
            all[(level * 6) + 1] = 0x08;
            Bytes.Be32(all.Length - ((level + 1) * 6)).CopyTo(all, (level * 6) + 2);
        }

        return Element(0x1043A770, Element(0x45B9, all));
    }

    private static byte[] Attachment(int size) => Element(0x1941A469, File(size));

    private static byte[] File(int size) => Element(
        0x61A7,
        Element(0x466E, Bytes.Ascii("../../etc/passwd")),
        Element(0x4660, Bytes.Ascii("application/x-truetype-font")),
        Element(0x465C, new byte[size]),
        Element(0x46AE, [1]));

    private static byte[] SeekTo(long id, byte position) =>
        Element(0x114D9B74, Element(0x4DBB, Element(0x53AB, Bytes.Be32(id)), Element(0x53AC, [position])));
}
