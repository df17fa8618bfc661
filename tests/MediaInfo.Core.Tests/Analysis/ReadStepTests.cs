using System.Text.Json;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class ReadStepTests
{
    private const string Report = """
        { "streams": [ { "index": 0, "codec_type": "audio", "codec_name": "mp3" } ],
          "format": { "filename": "http://b.objects.invalid/k", "format_name": "mp3", "nb_streams": 1 } }
        """;

    // As ffprobe does it: packets as lines, everything else as a report.
    private const string CountingFfprobe = """
        case "$*" in
        *packet=*) printf 'stream_index=0|pts=0|dts=0|duration=1|size=9|\n\nstream_index=0|pts=1|dts=1|duration=1|size=8' ;;
        *) cat "$FOLDER/report.json" ;;
        esac
        """;

    [Fact]
    public async Task Streams_are_read_and_stored()
    {
        using var rig = new AnalysisRig(ScriptedFfprobe.Printing(Report));
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

    [Fact]
    public async Task A_bucket_that_is_no_longer_the_accounts_is_not_read_by_any_step()
    {
        var buckets = new BucketGrant { Name = "another" };
        var accounts = new AccountOptions { List = [new Account { Id = TestJobs.Account, Buckets = [buckets] }] };
        using var rig = new AnalysisRig(ScriptedFfprobe.Printing(Report));
        rig.Access = new ObjectAccess(new ObjectOptions(), accounts, new FewReservedNames());
        await rig.AddAsync(TestJobs.In(JobState.Running));
        var steps = rig.Steps();

        foreach (var step in new[] { steps.ReadStreamsAsync, steps.DigestAsync, (Func<JobKey, CancellationToken, Task<StepOutcome>>)steps.CountPacketsAsync })
        {
            var outcome = await step(TestJobs.Key(), CancellationToken.None);
            Assert.Equal(new JobFailure(FailureReason.ObjectDenied, "The object may not be read"), outcome.Failure);
            Assert.Equal(0, outcome.Usage.Requests);
        }

        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Theory]
    [InlineData("{}", "ffprobe gave no report that could be read")]
    [InlineData("{ \"streams\": [], \"format\": { \"format_name\": \"mp3\" } }", "The object holds no stream")]
    [InlineData("{ \"streams\": [ {} ], \"format\": { \"format_name\": \"tty\" } }", "The object is text, not media")]
    public async Task What_is_no_media_is_not_stored(string report, string detail)
    {
        using var rig = new AnalysisRig(ScriptedFfprobe.Printing(report));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(new JobFailure(FailureReason.NotMedia, detail), outcome.Failure);
        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task A_report_that_breaks_off_is_no_verdict_on_the_object()
    {
        using var rig = new AnalysisRig(ScriptedFfprobe.Printing("{ \"streams\": ["));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(FailureReason.ProberCrashed, outcome.Failure?.Reason);
        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task Packets_are_counted_and_stored()
    {
        using var rig = new AnalysisRig(Counting());
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().CountPacketsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.Equal(2, (await rig.Results.FindPacketsAsync(TestJobs.Key(), CancellationToken.None))!.CountOf(0));
    }

    [Fact]
    public async Task A_failed_count_stores_nothing()
    {
        using var rig = new AnalysisRig(ScriptedFfprobe.Doing("kill -SEGV $$"));
        await rig.AddAsync(TestJobs.In(JobState.Running));

        var outcome = await rig.Steps().CountPacketsAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(FailureReason.ProberCrashed, outcome.Failure!.Reason);
        Assert.Empty(rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task The_digest_is_handed_on()
    {
        using var rig = new AnalysisRig();
        await rig.AddAsync(TestJobs.In(JobState.Running));
        rig.Objects.Put(TestJobs.Source, "abc"u8.ToArray());

        var outcome = await rig.Steps().DigestAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", outcome.Md5);
    }

    [Fact]
    public async Task Without_a_job_there_is_nothing_to_read()
    {
        using var rig = new AnalysisRig();
        var gone = new StepOutcome(new JobFailure(FailureReason.Internal, "The job's document is gone"), ProbeUsage.Zero);

        Assert.Equal(gone, await rig.Steps().ReadStreamsAsync(TestJobs.Key(), CancellationToken.None));
        Assert.Equal(gone, await rig.Steps().DigestAsync(TestJobs.Key(), CancellationToken.None));
        Assert.Equal(gone, await rig.Steps().CountPacketsAsync(TestJobs.Key(), CancellationToken.None));
        Assert.Equal(0, rig.Proxy.Opened);
    }

    [Fact]
    public async Task A_message_runs_its_job_from_start_to_end_and_a_second_one_changes_nothing()
    {
        using var rig = new AnalysisRig(Counting()) { Proxy = new OpenProxy { Reading = ReadAByteAsync } };
        await rig.AddAsync(TestJobs.Waiting(extras: new AnalysisExtras(Digest: true, Packets: true)));
        rig.Objects.Put(TestJobs.Source, "abc"u8.ToArray());
        var handler = new AnalysisHandler(rig.Steps(), rig.Jobs);

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

    [Fact]
    public async Task A_message_of_another_kind_is_refused_for_good_and_giving_it_up_does_nothing()
    {
        using var rig = new AnalysisRig();
        await rig.AddAsync(TestJobs.Waiting());
        var handler = new AnalysisHandler(rig.Steps(), rig.Jobs);
        var text = Messages.WriteCallback(TestJobs.Key());

        await Assert.ThrowsAsync<InvalidDataException>(() => handler.HandleAsync(text, CancellationToken.None));
        await handler.GiveUpAsync(text, CancellationToken.None);

        Assert.Equal(JobState.Waiting, rig.Job.State);
    }

    [Fact]
    public async Task A_message_that_is_given_up_ends_its_job()
    {
        using var rig = new AnalysisRig();
        await rig.AddAsync(TestJobs.In(JobState.Running));

        await new AnalysisHandler(rig.Steps(), rig.Jobs).GiveUpAsync(Messages.WriteAnalyze(TestJobs.Key()), CancellationToken.None);

        Assert.Equal((JobState.Failed, FailureReason.Internal), (rig.Job.State, rig.Job.Failure?.Reason));
    }

    // As ffprobe would: then each reading knows the object's ETag.
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
