using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class SynchronousAnalysisTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    private readonly AnalysisRig _rig = new();
    private readonly IJobScheduler _scheduler = Substitute.For<IJobScheduler>();
    private readonly FairShares _shares = new([TestJobs.Account], places: 1, guestPlaces: 0);
    private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SynchronousAnalysisTests() => Reads(_ => Failed);

    private static Reading<AnalysisResult> Failed { get; } = new(
        Result: null, new StepOutcome(new JobFailure(FailureReason.NotMedia, "Why"), new ProbeUsage(1, 2, 3)));

    [Fact]
    public async Task A_call_runs_its_job_and_nothing_is_left_in_the_queue()
    {
        var job = await RunAsync();

        Assert.Equal((JobState.Failed, FailureReason.NotMedia), (job.State, job.Failure?.Reason));
        Assert.Equal(_rig.Time.GetUtcNow(), job.StartedAt);
        Assert.Empty(_rig.Queues.Calls.Texts);
        Assert.NotNull(_rig.Job.Callback);
        Assert.Null(job.Callback);
        Assert.Empty(_scheduler.ReceivedCalls());
    }

    [Fact]
    public async Task While_the_call_runs_the_job_nobody_else_gets_it()
    {
        var visibility = SynchronousAnalysis.Limits.VisibilityTimeout;
        ReadsForEver();
        var run = RunAsync();
        await _reading.Task.SoonAsync();

        for (var passed = TimeSpan.Zero; passed < 1.5 * visibility; passed += visibility / 3)
        {
            await Eventually.HoldsAsync("the call waits to renew its message", () => _rig.Time.WaitingTimers >= 2);
            _rig.Time.Advance(visibility / 3);
            Assert.Empty(await TakeAsync());
        }

        Assert.False(run.IsCompleted);
    }

    [Fact]
    public async Task When_the_callers_time_is_over_the_job_is_left_to_others_at_once()
    {
        ReadsForEver();
        var run = RunAsync();
        await _reading.Task.SoonAsync();

        _rig.Time.Advance(Budget);

        Assert.False(JobTransitions.IsFinal((await run.SoonAsync()).State));
        Assert.Equal(Messages.WriteAnalyze(_rig.Job.Key), Assert.Single(await TakeAsync()).Text);
    }

    [Fact]
    public async Task A_job_whose_pipeline_holds_it_is_answered_at_once_and_not_run()
    {
        var rig = new AnalysisRig { Gate = TestPipelines.ClosedGate(new InMemoryHeldJobs()) };

        var job = await CallsOf(rig).RunAsync(Request(), Budget, default).SoonAsync();

        Assert.Equal(JobState.Waiting, job.State);
        Assert.Empty(rig.Queues.Calls.Texts);
        Assert.Empty(rig.Reader.ReceivedCalls());
    }

    [Fact]
    public async Task A_call_whose_message_cannot_be_queued_is_refused_and_keeps_nothing()
    {
        _rig.Queues.Calls.Outage.Begin(calls: 1);

        await Assert.ThrowsAsync<IOException>(RunAsync);

        Assert.Empty(_rig.Jobs.All);
    }

    [Fact]
    public async Task A_failed_attempt_is_answered_with_the_job_in_progress_and_repeated_elsewhere()
    {
        Reads(_ => throw new IOException("storage away"));

        var job = await RunAsync().SoonAsync();

        Assert.False(JobTransitions.IsFinal(job.State));
        _rig.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Single(await TakeAsync());
    }

    [Fact]
    public async Task A_call_waits_for_a_place_of_its_account()
    {
        _shares.Begin(TestJobs.Account);
        var run = RunAsync();
        await Eventually.HoldsAsync("the job is stored", () => _rig.Jobs.All.Count == 1);
        Assert.Empty(_rig.Reader.ReceivedCalls());

        _shares.End(TestJobs.Account);

        Assert.Equal(JobState.Failed, (await run.SoonAsync()).State);
        Assert.Equal(1, _shares.GetRoom().Total);
    }

    private static AnalysisRequest Request() => TestJobs.Request() with { PipelineId = TestPipelines.DefaultId };

    private Task<AnalysisJob> RunAsync() => CallsOf(_rig).RunAsync(Request(), Budget, default);

    private Task<IReadOnlyList<WorkMessage>> TakeAsync() =>
        _rig.Queues.Calls.ReceiveAsync(Room.For(1, TestJobs.Account), TimeSpan.Zero, default);

    private void ReadsForEver() => _rig.Reader
        .DescribeAsync(Arg.Any<JobKey>(), Arg.Any<ObjectRef>(), Arg.Any<CancellationToken>())
        .Returns(async call =>
        {
            _reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, call.Arg<CancellationToken>());
            return Failed;
        });

    private void Reads(Func<NSubstitute.Core.CallInfo, Reading<AnalysisResult>> read) => _rig.Reader
        .DescribeAsync(Arg.Any<JobKey>(), Arg.Any<ObjectRef>(), Arg.Any<CancellationToken>())
        .Returns(call => Task.FromResult(read(call)));

    private SynchronousAnalysis CallsOf(AnalysisRig rig)
    {
        var service = new JobService(
            rig.Jobs, _scheduler, rig.Gate, new IdSource(), new AnalysisOptions(), rig.Time, NullLogger<JobService>.Instance);
        var handler = new AnalysisHandler(rig.Steps(), rig.Jobs, rig.Time);
        return new SynchronousAnalysis(
            service, rig.Jobs, rig.Queues, handler, _shares, rig.Time, NullLogger<SynchronousAnalysis>.Instance);
    }
}
