using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class EndStepTests
{
    private const string Md5 = "0123456789abcdef0123456789abcdef";

    private static readonly StepOutcome Good = Cost(1, 10, 100);

    private readonly AnalysisRig _rig = new();

    [Fact]
    public async Task A_header_pass_alone_is_the_result()
    {
        var job = await BeginAsync();

        await EndAsync(Good);

        Assert.Equal(
            job with
            {
                State = JobState.Succeeded,
                EndedAt = _rig.Time.GetUtcNow(),
                Story = _rig.Job.Story,
                Result = ResultPart.Streams,
                Usage = Good.Usage,
            },
            _rig.Job);
        Assert.Equal([ResultPart.Streams], _rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task Digest_and_packets_are_joined_into_a_separate_part()
    {
        await BeginAsync();
        await _rig.Results.AddAsync(TestJobs.Key(), new PacketCounts([new StreamPackets(0, 72)]), CancellationToken.None);

        await EndAsync(Good, Cost(2, 20, 300) with { Md5 = Md5.ToUpperInvariant() }, Cost(4, 40, 200));

        var description = await _rig.Results.OfAsync(_rig.Job, CancellationToken.None);
        Assert.Equal((ResultPart.Description, Md5, 72L), (_rig.Job.Result, description!.Md5, description.MainVideo!.FrameCount));
        Assert.Equal(new ProbeUsage(7, 70, 300), _rig.Job.Usage);
    }

    [Fact]
    public async Task A_digest_alone_leaves_the_counts_unknown()
    {
        await BeginAsync();

        await EndAsync(Good, Good with { Md5 = Md5 });

        var description = await _rig.Results.OfAsync(_rig.Job, CancellationToken.None);
        Assert.Equal((Md5, null), (description!.Md5, description.MainVideo!.FrameCount));
    }

    [Theory]
    [InlineData("\"2\"", "\"1\"")]
    [InlineData("\"1\"", "\"2\"")]
    public async Task Parts_from_different_versions_of_the_object_are_not_joined(string digest, string packets)
    {
        await _rig.Results.AddAsync(
            TestJobs.Key(),
            ResultPart.Streams,
            new AnalysisResult(FfprobeFixture.Describe("subtitles.mkv"), ETag: "\"1\""),
            CancellationToken.None);
        await _rig.Results.AddAsync(
            TestJobs.Key(), new PacketCounts([new StreamPackets(0, 72)]) { ETag = packets }, CancellationToken.None);
        await _rig.AddAsync(TestJobs.In(JobState.Running));

        await EndAsync(Good, Good with { Md5 = Md5, ETag = digest }, Good);

        Assert.Equal((JobState.Failed, FailureReason.ObjectChanged), (_rig.Job.State, _rig.Job.Failure?.Reason));
        Assert.Equal([ResultPart.Streams, ResultPart.Packets], _rig.Parts.PartsOf(TestJobs.Key()).Order());
    }

    [Theory]
    [InlineData(true, true, true, "streams")]
    [InlineData(false, true, true, "digest")]
    [InlineData(false, false, true, "packets")]
    [InlineData(true, false, true, "streams")]
    public async Task The_first_failed_step_determines_why_the_job_failed(bool streams, bool digest, bool packets, string why)
    {
        var job = await BeginAsync();

        await EndAsync(Outcome(streams, "streams"), Outcome(digest, "digest"), Outcome(packets, "packets"));

        var failure = new JobFailure(FailureReason.TimedOut, why);
        Assert.Equal(
            job with
            {
                State = JobState.Failed,
                EndedAt = _rig.Time.GetUtcNow(),
                Story = _rig.Job.Story,
                Failure = failure,
                Usage = new ProbeUsage(3, 30, 100),
            },
            _rig.Job);
        Assert.Equal([ResultPart.Streams], _rig.Parts.PartsOf(TestJobs.Key()));
    }

    [Fact]
    public async Task Ending_a_job_twice_changes_nothing()
    {
        await BeginAsync();
        await EndAsync(Good);
        var ended = _rig.Job;
        var writes = _rig.Jobs.Writes;
        _rig.Time.Advance(TimeSpan.FromMinutes(1));

        await EndAsync(Outcome(failed: true, "late"));

        Assert.Equal(ended, _rig.Job);
        Assert.Equal(writes, _rig.Jobs.Writes);
    }

    [Fact]
    public async Task Missing_streams_leave_the_job_for_the_next_attempt()
    {
        await _rig.AddAsync(TestJobs.In(JobState.Running));

        await Assert.ThrowsAsync<IOException>(() => EndAsync(Good, Good with { Md5 = Md5 }));

        Assert.Equal(JobState.Running, _rig.Job.State);
    }

    [Fact]
    public async Task A_job_that_was_reset_meanwhile_is_left_for_the_next_attempt()
    {
        await _rig.AddAsync(TestJobs.In(JobState.Waiting));

        await Assert.ThrowsAsync<IOException>(() => EndAsync(Good));

        Assert.Equal(JobState.Waiting, _rig.Job.State);
    }

    [Theory]
    [InlineData(JobState.Waiting)]
    [InlineData(JobState.Running)]
    public async Task An_abandoned_job_fails_and_is_announced(JobState state)
    {
        await _rig.AddAsync(TestJobs.In(state));

        await _rig.Steps().AbandonAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(JobState.Failed, _rig.Job.State);
        Assert.Equal(new JobFailure(FailureReason.Internal, "The analysis failed after several attempts"), _rig.Job.Failure);
        Assert.Single(_rig.Target.Delivered);
    }

    [Fact]
    public async Task Abandoning_an_ended_job_does_not_undo_its_end()
    {
        var job = await _rig.AddAsync(TestJobs.In(JobState.Succeeded) with { Result = ResultPart.Streams });

        await _rig.Steps().AbandonAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(job, _rig.Job with { Callback = null, Story = null });
    }

    [Fact]
    public async Task A_notice_goes_directly_to_the_pipelines_queue()
    {
        await _rig.AddAsync(TestJobs.In(JobState.Succeeded));

        await _rig.Steps().NotifyAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Single(_rig.Target.Delivered);
        Assert.Empty(_rig.Callbacks);
    }

    private static StepOutcome Cost(int requests, long bytes, long milliseconds) =>
        new(null, new ProbeUsage(requests, bytes, milliseconds));

    private static StepOutcome Outcome(bool failed, string why) =>
        failed ? Good with { Failure = new JobFailure(FailureReason.TimedOut, why) } : Good;

    private async Task<AnalysisJob> BeginAsync()
    {
        await _rig.Results.AddAsync(
            TestJobs.Key(), ResultPart.Streams, FfprobeFixture.Describe("subtitles.mkv"), CancellationToken.None);
        return await _rig.AddAsync(TestJobs.In(JobState.Running));
    }

    private Task EndAsync(StepOutcome streams, StepOutcome? digest = null, StepOutcome? packets = null) =>
        _rig.Steps().EndAsync(new AnalysisEnding(TestJobs.Key(), streams, digest, packets), CancellationToken.None);
}
