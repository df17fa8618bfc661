using System.Buffers.Binary;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Reading;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>Boxes of the ISO base media file format.</summary>
internal static class BoxShapes
{
    private const int Largest = 16 << 20;
    private const int Fragment = 160 * 1024;

    private static readonly ObjectRef File = new("example-bucket", "file.mp4");

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Case("many of eight bytes", size => Repeat(Box("free", 0), size)),
        Case("in one another", size => Join(Box("moov", size), Repeat(Box("trak", 0), size))),
        Case("one of no length", size => Join(Header("mdat", 0), new byte[size])),
        Case("one of a length that overflows", size => Join(Header("mdat", 1), Number(long.MaxValue), new byte[size])),
        Case("one of a negative length", size => Join(Header("mdat", 1), Number(long.MinValue), new byte[size])),
        Case(
            "fragments that no index tells of",
            size => Join(First(), Repeat(Join(Box("moof", 40), Box("mdat", Fragment)), size))),
        Case("fragments without media", size => Join(First(), Repeat(Join(Box("moof", 0), Box("mdat", 0)), size))),
        Case("no fragment behind the first", size => Join(First(), Box("free", size))),
        Case("heads of boxes alone", size => Join(First(), Repeat(Join(Box("moof", 0), Box("free", 0)), size))),
        Case(
            "begins of fragments that are none",
            size => Join(First(), Repeat(Encoding.Latin1.GetBytes("moof\0\0\0\u0010mfh"), size))),
        Case("an index of many entries", size => Join(First(), Index(size, number => (uint)(number * 7919))), 4 << 20),
        Case("an index of one place", size => Join(First(), Index(size, _ => 4096)), 4 << 20),
        Case("an index of many tracks", size => Join(First(), Wrapped(Repeat(Box("tfra", 16), size))), 4 << 20),
    ];

    private static GrowthCase Case(string shape, Func<int, byte[]> boxes, int largest = Largest) =>
        new($"boxes: {shape}", largest, size =>
        {
            var content = Join(Box("ftyp", 16), boxes(size));
            var store = new InMemoryObjectStore();
            store.Put(File, content);
            var start = new HeadStart(new PlaylistReader(new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] })));
            return new GrowthInput(content.Length, async () =>
            {
                using var session = JobReading.Session(File, store, new ProbeBudget(MaxRequests: 2000, MaxBytes: long.MaxValue));
                session.Answer(File.Key, 0, last: null).Dispose();
                try
                {
                    await start.RunAsync(session, CancellationToken.None);
                }
                catch (IOException) when (session.Failure is not null)
                {
                    // The budget is spent; until then the work counts.
                }
            });
        });

    // A movie box and a fragment large enough to make the service look for further fragments.
    private static byte[] First() => Join(Box("moov", 100), Box("moof", 40), Box("mdat", Fragment));

    private static byte[] Index(int size, Func<int, uint> offset)
    {
        var entries = new byte[size / 11 * 11];
        for (var entry = 0; entry < entries.Length / 11; entry++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(entries.AsSpan((entry * 11) + 4), offset(entry));
        }

        byte[] head = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, .. Number((uint)(entries.Length / 11))];
        return Wrapped(Join(Header("tfra", (uint)(8 + head.Length + entries.Length)), head, entries));
    }

    private static byte[] Wrapped(byte[] tracks)
    {
        var length = (uint)(8 + tracks.Length + 16);
        return Join(Header("mfra", length), tracks, Header("mfro", 16), new byte[4], Number(length));
    }

    private static byte[] Box(string type, int length) => Join(Header(type, (uint)(8 + length)), new byte[length]);

    private static byte[] Header(string type, uint length) => Join(Number(length), Encoding.ASCII.GetBytes(type));

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Number(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Repeat(byte[] part, int size) => Join([.. Enumerable.Repeat(part, size / part.Length)]);

    private static byte[] Join(params byte[][] parts)
    {
        var whole = new MemoryStream();
        foreach (var part in parts)
        {
            whole.Write(part);
        }

        return whole.ToArray();
    }
}
