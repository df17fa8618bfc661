using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class AnalysisWorkflowTests
{
    private static readonly JobKey Key = TestJobs.Key();
    private static readonly StepOutcome Streams = new(null, new ProbeUsage(1, 2, 3));
    private static readonly StepOutcome Digest = new(null, ProbeUsage.Zero, "0123456789abcdef0123456789abcdef");
    private static readonly StepOutcome Packets = new(new JobFailure(FailureReason.TimedOut, "slow"), ProbeUsage.Zero);

    private static readonly AnalysisPlan Streamed = new(Reads: true, Digest: false, Packets: false, Notifies: true);

    private readonly IAnalysisSteps _steps = Substitute.For<IAnalysisSteps>();

    public AnalysisWorkflowTests()
    {
        _steps.ReadStreamsAsync(Key).Returns(Streams);
        _steps.DigestAsync(Key).Returns(Digest);
        _steps.CountPacketsAsync(Key).Returns(Packets);
    }

    [Fact]
    public async Task A_job_is_started_read_joined_and_announced_in_this_order()
    {
        await RunAsync(new AnalysisPlan(Reads: true, Digest: true, Packets: true, Notifies: true));

        Received.InOrder(() =>
        {
            _ = _steps.StartAsync(Key);
            _ = _steps.ReadStreamsAsync(Key);
            _ = _steps.DigestAsync(Key);
            _ = _steps.CountPacketsAsync(Key);
            _ = _steps.EndAsync(new AnalysisEnding(Key, Streams, Digest, Packets));
            _ = _steps.NotifyAsync(Key);
        });
        Assert.Equal(6, _steps.ReceivedCalls().Count());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Only_requested_parts_are_read(bool digest, bool packets)
    {
        await RunAsync(new AnalysisPlan(Reads: true, digest, packets, Notifies: true));

        await _steps.Received(digest ? 1 : 0).DigestAsync(Key);
        await _steps.Received(packets ? 1 : 0).CountPacketsAsync(Key);
        await _steps.Received(1).EndAsync(new AnalysisEnding(Key, Streams, digest ? Digest : null, packets ? Packets : null));
    }

    [Fact]
    public async Task All_reads_start_in_parallel_and_the_join_waits_for_the_last()
    {
        TaskCompletionSource<StepOutcome> streams = new(), digest = new(), packets = new();
        _steps.ReadStreamsAsync(Key).Returns(streams.Task);
        _steps.DigestAsync(Key).Returns(digest.Task);
        _steps.CountPacketsAsync(Key).Returns(packets.Task);

        var run = RunAsync(new AnalysisPlan(Reads: true, Digest: true, Packets: true, Notifies: true));

        await _steps.Received(1).ReadStreamsAsync(Key);
        await _steps.Received(1).DigestAsync(Key);
        await _steps.Received(1).CountPacketsAsync(Key);
        packets.SetResult(Packets);
        streams.SetResult(Streams);
        await _steps.DidNotReceiveWithAnyArgs().EndAsync(default!);
        digest.SetResult(Digest);
        await run;
        await _steps.Received(1).EndAsync(new AnalysisEnding(Key, Streams, Digest, Packets));
    }

    [Fact]
    public async Task Pictures_and_tags_are_made_side_by_side_once_the_streams_are_known()
    {
        TaskCompletionSource<StepOutcome> streams = new(), pictures = new(), speech = new();
        _steps.ReadStreamsAsync(Key).Returns(streams.Task);
        _steps.MakePicturesAsync(Key).Returns(pictures.Task);
        _steps.RecogniseAsync(Key, RecogniserKind.Speech).Returns(speech.Task);
        var plan = Streamed with { Frames = true, Recognisers = [RecogniserKind.Speech] };

        var run = RunAsync(plan);
        await _steps.DidNotReceiveWithAnyArgs().MakePicturesAsync(default!);
        streams.SetResult(Streams);
        await _steps.Received(1).MakePicturesAsync(Key);
        await _steps.Received(1).RecogniseAsync(Key, RecogniserKind.Speech);
        pictures.SetResult(Digest);
        await _steps.DidNotReceiveWithAnyArgs().EndAsync(default!);
        speech.SetResult(Packets);
        await run;

        await _steps.Received(1).EndAsync(Arg.Is<AnalysisEnding>(end => end.Decoded.SequenceEqual(new[] { Packets, Digest })));
    }

    [Fact]
    public async Task Nothing_is_decoded_of_an_object_that_cannot_be_read()
    {
        _steps.ReadStreamsAsync(Key).Returns(Packets);

        await RunAsync(Streamed with { Frames = true, Recognisers = [RecogniserKind.Text] });

        await _steps.DidNotReceiveWithAnyArgs().MakePicturesAsync(default!);
        await _steps.DidNotReceiveWithAnyArgs().RecogniseAsync(default!, default);
        await _steps.Received(1).EndAsync(new AnalysisEnding(Key, Packets, null, null));
    }

    [Fact]
    public async Task A_job_that_has_already_ended_is_only_announced()
    {
        await RunAsync(new AnalysisPlan(Reads: false, Digest: true, Packets: true, Notifies: true));

        await _steps.Received(1).NotifyAsync(Key);
        Assert.Equal(2, _steps.ReceivedCalls().Count());
    }

    [Fact]
    public async Task Nothing_is_done_for_a_job_that_was_already_announced()
    {
        await RunAsync(AnalysisPlan.Nothing);

        Assert.Single(_steps.ReceivedCalls());
    }

    [Fact]
    public async Task A_failed_read_leaves_the_job_for_the_next_attempt()
    {
        _steps.DigestAsync(Key).Returns<StepOutcome>(_ => throw new IOException("storage away"));

        await Assert.ThrowsAsync<IOException>(
            () => RunAsync(new AnalysisPlan(Reads: true, Digest: true, Packets: false, Notifies: true)));

        await _steps.DidNotReceiveWithAnyArgs().EndAsync(default!);
        await _steps.DidNotReceiveWithAnyArgs().NotifyAsync(default!);
    }

    private Task RunAsync(AnalysisPlan plan)
    {
        _steps.StartAsync(Key).Returns(plan);
        return new AnalysisWorkflow(_steps).RunAsync(Key);
    }
}
