using MediaInfo.Core.Analysis;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Packets;

[Trait("Platform", "Linux")]
public sealed class PacketLinesTests
{
    private const string Header = """
        { "streams": [
          { "index": 0, "codec_type": "video", "time_base": "1/1000", "disposition": { "attached_pic": 1 } },
          { "index": 1, "codec_type": "audio", "time_base": "1/1000" },
          { "index": 2, "codec_type": "video", "time_base": "1/1000", "disposition": { "attached_pic": 0 } } ] }
        """;

    [Theory]
    [InlineData("stream_index=2|pts=0|dts=0|duration=500|size=1000", 1, 16_000L)]
    [InlineData("stream_index=2|pts=0|dts=0|duration=500|size=1000|\n\n", 1, 16_000L)]
    [InlineData("size=1000|duration=500|dts=0|stream_index=2|flags=K__", 1, 16_000L)]
    [InlineData("stream_index=2|pts=9|dts=N/A|duration=500|size=1000", 1, 16_000L)]
    [InlineData("stream_index=2|pts=0|dts=0|duration=N/A|size=1000", 1, null)]
    [InlineData("stream_index=2|pts=N/A|dts=N/A|duration=500|size=1000", 1, null)]
    [InlineData("stream_index=0|pts=0|dts=0|duration=500|size=1000", null, null)]
    [InlineData("stream_index=x|dts=0|duration=500|size=1000", null, null)]
    [InlineData("any text", null, null)]
    [InlineData("", null, null)]
    public async Task A_line_is_a_packet_if_it_names_its_stream(string lines, int? packets, long? averageRate)
    {
        var counts = await CountAsync(lines);

        Assert.Equal((packets, averageRate), (counts.CountOf(2), counts.CostOf(2)?.AverageBitRate));
    }

    [Fact]
    public async Task Streams_that_appear_late_are_counted_and_endless_lines_are_dropped()
    {
        var counts = await CountAsync(
            $"stream_index=7|dts=0|size=1\n{new string('x', 200_000)}\nstream_index=7|dts=1|size=1\nstream_index=1|dts=1");

        Assert.Equal(
            [(1, 1L, 0L), (7, 2L, 2L)],
            counts.Streams.Select(stream => (stream.Index, stream.Count, stream.Bytes!.Value)));
    }

    [Fact]
    public async Task What_is_not_media_has_no_packets_and_the_streams_step_says_so()
    {
        using var ffprobe = ScriptedFfprobe.Doing("exit 1");

        using var reads = JobReading.Of(TestJobs.Source, new InMemoryObjectStore());
        var (counts, outcome) = await Counter(ffprobe).CountAsync(reads, CancellationToken.None);

        Assert.Empty(counts!.Streams);
        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task If_the_header_pass_crashes_nothing_is_counted()
    {
        using var ffprobe = ScriptedFfprobe.Doing("kill -SEGV $$");

        using var reads = JobReading.Of(TestJobs.Source, new InMemoryObjectStore());
        var (counts, outcome) = await Counter(ffprobe).CountAsync(reads, CancellationToken.None);

        Assert.Null(counts);
        Assert.NotNull(outcome.Failure);
    }

    private static async Task<PacketCounts> CountAsync(string lines)
    {
        using var ffprobe =
            ScriptedFfprobe.Doing("""case "$*" in *packet=*) cat "$FOLDER/lines" ;; *) cat "$FOLDER/header" ;; esac""");
        await File.WriteAllTextAsync(ffprobe.In("lines"), lines);
        await File.WriteAllTextAsync(ffprobe.In("header"), Header);
        using var reads = JobReading.Of(TestJobs.Source, new InMemoryObjectStore());
        var (counts, outcome) = await Counter(ffprobe).CountAsync(reads, CancellationToken.None);
        Assert.Null(outcome.Failure);
        return counts!;
    }

    private static PacketCounter Counter(ScriptedFfprobe ffprobe) =>
        new(new ProbeRunner(new ToolRunner(new OpenProxy(), ffprobe.Process())), new AnalysisOptions());
}
