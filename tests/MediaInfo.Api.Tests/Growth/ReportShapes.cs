using System.Reflection;
using System.Text;
using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Processes;
using static MediaInfo.Api.Tests.Growth.PlaylistInput;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>ffprobe's output: its report, its packets and its messages.</summary>
internal static class ReportShapes
{
    // ffprobe may print 16 MiB of JSON. The number of packets is unlimited, and they come in chunks of any size.
    private const int Largest = 8 << 20;
    private const string Header = """{"streams":[{"index":0,"codec_type":"video","time_base":"1/1000"}]}""";

    private static readonly Assembly Core = typeof(ProbeSession).Assembly;
    private static readonly KeepReport Keep = Internal("MediaInfo.Probing.Output.KeptReport", "Of").CreateDelegate<KeepReport>();
    private static readonly MethodInfo ReadLines = Internal("MediaInfo.Probing.Packets.LineReader", "ReadAsync");

    private delegate JsonElement KeepReport(ReadOnlySpan<byte> json, string name);

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Objects("many streams", size => In("""{"streams":[§]}""", Commas(
            """{"index":1,"codec_type":"video","bit_rate":"9","disposition":{"attached_pic":0},"tags":{"language":"a"}}""",
            size))),
        Objects("many empty streams", size => In("""{"streams":[§],"format":{"format_name":"mov"}}""", Commas("{}", size))),
        Objects(
            "many programs of many streams",
            size => In("""{"programs":[§]}""", Commas("""{"streams":[{},{},{},{}]}""", size))),
        Objects(
            "many chapters",
            size => In("""{"chapters":[§]}""", Commas("""{"id":1,"start_time":"1","tags":{"title":"a"}}""", size))),
        Report(
            "many tags",
            size => In("""{"format":{"format_name":"mov","tags":{§"z":1}}}""", Number(size, number => $"\"a{number}\":\"b\","))),
        Report(
            "one tag many times",
            size => In("""{"format":{"format_name":"mov","tags":{§"z":1}}}""", Repeat("\"a\":\"b\",", size))),
        Report("one long tag", size => In("""{"format":{"format_name":"mov","tags":{"a":"§"}}}""", new string('b', size))),
        Report(
            "one long tag of escapes",
            size => In("""{"format":{"format_name":"mov","tags":{"a":"§"}}}""", Repeat("\\u0001", size))),
        Report(
            "one long name of a tag",
            size => In("""{"format":{"format_name":"mov","tags":{"§":1}}}""", new string('b', size))),
        Report("much side data", size =>
            In("""{"streams":[{"codec_type":"video","side_data_list":[§]}]}""", Commas("""{"side_data_type":"a"}""", size))),
        Report("members of no meaning", size => In("""{§"z":1}""", Number(size, number => $"\"a{number}\":[{{}}],"))),
        Report("arrays in arrays", size => $"{{\"a\":{new string('[', size)}"),
        Report("one member many times", size => In("""{§"z":1}""", Repeat("\"format\":{\"filename\":1},", size))),
        Report(
            "numbers of many digits",
            size => In("""{"format":{"format_name":"mov","duration":"§","bit_rate":§}}""", new string('9', size))),
        Report(
            "ratios of many parts",
            size => In("""{"streams":[{"codec_type":"video","r_frame_rate":"§"}]}""", new string('/', size))),
        Bytes("report: invalid UTF-8", size => [.. Enumerable.Repeat((byte)0xff, size)], Parse),
        Packets("many packets", size => Number(size, number => $"stream_index=0|pts={number}|dts={number}|duration=1|size=9\n")),
        Packets("packets of one time", size => Repeat("stream_index=0|dts=0|duration=1|size=9\n", size)),
        Packets(
            "packets of a falling rate",
            size => Number(size, number => $"stream_index=0|dts={(long)number * number}|size={size}\n")),
        Packets("packets of a rising rate", size => Number(size, number => $"stream_index=0|dts={number}|size={number}\n")),
        Packets("packets of many streams", size => Number(size, number => $"stream_index={number}|size=9\n")),
        Packets("packets of huge numbers", size =>
            Repeat("stream_index=0|dts=9223372036854775807|duration=9223372036854775807|size=9223372036854775807\n", size)),
        Packets("lines of many fields", size => Repeat($"{Repeat("a=1|", 60_000)}\n", size)),
        Packets("no line feed", size => new string('a', size)),
        Packets("no line feed, in parts of a few bytes", size => new string('a', size), largest: 1 << 20, part: 16),
        Packets("line feeds alone", size => new string('\n', size)),
        Text(
            "messages",
            size => Repeat("a\n", size),
            text => _ = new ToolRun(ToolEnd.Exited, 1, default, text).InWords(),
            256 * 1024),
        Text("a ratio", size => new string('1', size) + "/1", text => _ = Rational.Parse(text), 1 << 20),
    ];

    private static GrowthCase Report(string shape, Func<int, string> json) =>
        Bytes($"report: {shape}", size => Encoding.UTF8.GetBytes(json(size)), Parse);

    // A stream without members takes two bytes here and a thousand in memory, until there are more streams than any file has.
    private static GrowthCase Objects(string shape, Func<int, string> json) =>
        Report(shape, json) with { StepsPerCall = 24_000_000, BytesPerCall = 256 << 20 };

    private static GrowthCase Bytes(string name, Func<int, byte[]> make, Action<byte[]> parse) => new(name, Largest, size =>
    {
        var bytes = make(size);
        return GrowthInput.Of(bytes.Length, () => parse(bytes));
    });

    private static GrowthCase Text(string name, Func<int, string> make, Action<string> parse, int largest) =>
        new($"text: {name}", largest, size =>
        {
            var text = make(size);
            return GrowthInput.Of(text.Length, () => parse(text));
        });

    private static void Parse(byte[] json)
    {
        if (FfprobeReport.Parse(json) is { } report)
        {
            MediaDescriptionBuilder.Build(
                new RuleFacts(report, IsEstimate: false, Playlist: null, new HeaderFacts()), objectSize: 1);
        }

        try
        {
            Keep(json, "bucket/key");
        }
        catch (JsonException)
        {
            // An invalid report is not stored.
        }
    }

    private static GrowthCase Packets(string shape, Func<int, string> lines, int largest = Largest, int part = 4096) =>
        new($"packets: {shape}", largest, size =>
        {
            var bytes = Encoding.UTF8.GetBytes(lines(size));
            return new GrowthInput(bytes.Length, async () =>
            {
                var tally = Activator.CreateInstance(
                    Core.GetType("MediaInfo.Probing.Packets.PacketTally", throwOnError: true)!,
                    BindingFlags.Instance | BindingFlags.NonPublic,
                    binder: null,
                    [FfprobeReport.Parse(Encoding.UTF8.GetBytes(Header))!, null],
                    culture: null)!;
                var line = tally.GetType().GetMethod("Add", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate(
                    ReadLines.GetParameters()[1].ParameterType, tally);
                using var stream = new PartedStream(bytes, part);
                await (Task)ReadLines.Invoke(obj: null, [stream, line])!;
                tally.GetType().GetMethod("Total", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(tally, []);
            });
        });

    private static string Commas(string item, int size) => Repeat(item + ",", size) + item;
}
