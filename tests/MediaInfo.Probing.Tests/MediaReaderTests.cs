using System.Text.Json;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Probing.Tests;

[Trait("Platform", "Linux")]
public sealed class MediaReaderTests
{
    private const string Report = """
        { "streams": [ { "index": 0, "codec_type": "audio", "codec_name": "mp3" } ],
          "format": { "filename": "http://b.objects.invalid/k", "format_name": "mp3", "nb_streams": 1 } }
        """;

    // Like ffprobe: packets as lines, everything else as a report.
    private const string CountingFfprobe = """
        case "$*" in
        *packet=*) printf 'stream_index=0|pts=0|dts=0|duration=1|size=9|\n\nstream_index=0|pts=1|dts=1|duration=1|size=8' ;;
        *) cat "$FOLDER/report.json" ;;
        esac
        """;

    [Fact]
    public async Task Streams_are_read_and_stored()
    {
        using var rig = new ReadingRig(ScriptedFfprobe.Printing(Report));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Null(outcome.Failure);
        var result = await rig.Results.FindAsync(TestJobs.Key(), ResultPart.Streams, CancellationToken.None);
        Assert.Equal("mp3", Assert.Single(result!.Description.AudioStreams).CodecName);
        Assert.Equal(outcome.ETag, result.ETag);
        var kept = JsonSerializer.Deserialize<JsonElement>(Report.Replace(
            "http://b.objects.invalid/k", $"{TestJobs.Source.Bucket}/{TestJobs.Source.Key}", StringComparison.Ordinal));
        Assert.True(JsonElement.DeepEquals(kept, result.Ffprobe!.Value), result.Ffprobe.ToString());
    }

    [Theory]
    [InlineData("{}", "ffprobe produced no usable report")]
    [InlineData("{ \"streams\": [], \"format\": { \"format_name\": \"mp3\" } }", "The object contains no streams")]
    [InlineData("{ \"streams\": [ {} ], \"format\": { \"format_name\": \"tty\" } }", "The object is text, not media")]
    public async Task An_object_that_is_not_media_is_not_stored(string report, string detail)
    {
        using var rig = new ReadingRig(ScriptedFfprobe.Printing(report));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(new JobFailure(FailureReason.NotMedia, detail), outcome.Failure);
        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Theory]
    [InlineData("only space.mp4", "only space.mp4")]
    [InlineData("only+space.mp4", "only+space.mp4")]
    [InlineData("only+space.mp4|only space.mp4", "only+space.mp4")]
    [InlineData("other.mp4", null)]
    public async Task A_key_is_read_as_forms_encode_it_only_if_there_is_no_other(string there, string? read)
    {
        using var rig = new ReadingRig(ScriptedFfprobe.Printing(Report))
        {
            Proxy = new OpenProxy
            {
                Reading = session => session.ReadAsync(session.Source.Key, 0, 1, CancellationToken.None),
            },
        };
        foreach (var key in there.Split('|'))
        {
            rig.Objects.Put(TestJobs.Source with { Key = key }, [1]);
        }

        await rig.AddAsync(TestJobs.In(JobState.Running) with
        {
            Source = TestJobs.Source with { Key = "only+space.mp4" }, FormKey = "only space.mp4",
        });

        var outcome = await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None);

        var result = await rig.Results.FindAsync(TestJobs.Key(), ResultPart.Streams, CancellationToken.None);
        Assert.Equal(read is null ? FailureReason.ObjectNotFound : null, outcome.Failure?.Reason);
        Assert.Equal(
            read is null ? null : $"{TestJobs.Source.Bucket}/{read}",
            result?.Ffprobe?.GetProperty("format").GetProperty("filename").GetString());
    }

    [Fact]
    public async Task A_truncated_report_says_nothing_about_the_object()
    {
        using var rig = new ReadingRig(ScriptedFfprobe.Printing("{ \"streams\": ["));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(FailureReason.ProberCrashed, outcome.Failure?.Reason);
        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task Packets_are_counted_and_stored()
    {
        using var rig = new ReadingRig(Counting());
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().CountPacketsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.Equal(2, (await rig.Results.FindPacketsAsync(TestJobs.Key(), CancellationToken.None))!.CountOf(0));
    }

    [Fact]
    public async Task A_failed_count_stores_nothing()
    {
        using var rig = new ReadingRig(ScriptedFfprobe.Doing("kill -SEGV $$"));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().CountPacketsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(FailureReason.ProberCrashed, outcome.Failure!.Reason);
        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task The_digest_is_returned()
    {
        using var rig = new ReadingRig();
        await rig.AddAsync(TestJobs.In(JobState.Running));
        rig.Objects.Put(TestJobs.Source, "abc"u8.ToArray());

        var outcome = await rig.Steps().DigestAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", outcome.Md5);
    }

    [Fact]
    public async Task A_message_runs_its_whole_job_and_a_second_one_changes_nothing()
    {
        using var rig = new ReadingRig(Counting()) { Proxy = new OpenProxy { Reading = ReadAByteAsync } };
        await rig.AddAsync(TestJobs.Waiting(extras: new AnalysisExtras(Digest: true, Packets: true)));
        rig.Objects.Put(TestJobs.Source, "abc"u8.ToArray());
        var handler = new AnalysisHandler(rig.Steps(), rig.Jobs, rig.Time);

        await handler.HandleAsync(Messages.WriteAnalyze(TestJobs.Key()), CancellationToken.None);
        var ended = rig.Job;
        await handler.HandleAsync(Messages.WriteAnalyze(TestJobs.Key()), CancellationToken.None);

        Assert.Null(ended.Failure);
        var description = await rig.Results.OfAsync(ended, CancellationToken.None);
        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", description!.Md5);
        Assert.Equal(2, Assert.Single(description.AudioStreams).FrameCount);
        Assert.Equal(ended, rig.Job);
        Assert.Equal(3, rig.Proxy.Opened);
        Assert.Single(rig.Target.Delivered);
    }

    // Reads as ffprobe would, so that each probe knows the object's ETag.
    private static async Task ReadAByteAsync(ProbeSession session)
    {
        await using var read = await session.ReadAsync(session.Source.Key, 0, 1, CancellationToken.None);
    }

    private static ScriptedFfprobe Counting()
    {
        var script = ScriptedFfprobe.Doing(CountingFfprobe);
        File.WriteAllText(script.In("report.json"), Report);
        return script;
    }
}
