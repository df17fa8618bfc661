using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

/// <summary>When a job that runs in one go shows its start.</summary>
public sealed class DirectAnalysisStepsTests
{
    private static readonly AnalysisResult Result = new(FfprobeFixture.Describe("sample.mp4"));

    private readonly AnalysisRig _rig = new();
    private readonly TaskCompletionSource<Reading<AnalysisResult>> _read =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DateTimeOffset Begun { get; } = TestJobs.CreatedAt.AddHours(1);

    [Fact]
    public async Task A_short_jobs_document_is_written_at_its_end_and_for_its_callback_alone()
    {
        var writes = await AddAsync(AnalysisExtras.None);

        await RunAsync();

        Assert.Equal((JobState.Succeeded, Begun), (_rig.Job.State, _rig.Job.StartedAt));
        Assert.Equal(2, _rig.Jobs.Writes - writes);
    }

    [Fact]
    public async Task A_job_that_takes_a_while_is_shown_as_running_since_its_start()
    {
        await AddAsync(AnalysisExtras.None);
        var run = StartAsync();

        await Eventually.HoldsAsync("the job is shown as running", () =>
        {
            _rig.Time.Advance(TimeSpan.FromMilliseconds(100));
            return _rig.Job.State == JobState.Running;
        });

        Assert.Equal(Begun, _rig.Job.StartedAt);
        await EndAsync(run);
        Assert.Equal((JobState.Succeeded, Begun), (_rig.Job.State, _rig.Job.StartedAt));
    }

    [Fact]
    public async Task A_job_with_more_to_read_is_shown_as_running_at_once()
    {
        await AddAsync(new AnalysisExtras(Digest: true, Packets: false));
        var run = StartAsync();

        await Eventually.HoldsAsync("the job is shown as running", () => _rig.Job.State == JobState.Running);

        await EndAsync(run);
    }

    [Fact]
    public async Task A_short_job_that_is_canceled_while_it_runs_stays_canceled_and_is_not_announced()
    {
        await AddAsync(AnalysisExtras.None);
        var run = StartAsync();
        await _rig.Jobs.UpdateAsync(
            TestJobs.Key(), job => JobTransitions.Move(job, JobState.Canceled, _rig.Time.GetUtcNow()), default);

        await EndAsync(run);

        Assert.Equal(JobState.Canceled, _rig.Job.State);
        Assert.Empty(_rig.Target.Delivered);
    }

    [Fact]
    public async Task Another_attempt_reads_only_what_is_not_stored()
    {
        await _rig.AddAsync(TestJobs.In(JobState.Running));
        var stored = Result with { ETag = "\"1\"", Usage = new ProbeUsage(4, 5, 6) };
        await _rig.Results.AddAsync(TestJobs.Key(), ResultPart.Streams, stored, default);

        await new AnalysisHandler(_rig.Steps(), _rig.Jobs, _rig.Time).HandleAsync(
            Messages.WriteAnalyze(TestJobs.Key()), default);

        Assert.Equal((JobState.Succeeded, new ProbeUsage(4, 5, 6)), (_rig.Job.State, _rig.Job.Usage));
        Assert.Empty(_rig.Reader.ReceivedCalls());
    }

    private async Task<long> AddAsync(AnalysisExtras extras)
    {
        _rig.Reader.DescribeAsync(Arg.Any<JobKey>(), Arg.Any<ObjectRef>(), Arg.Any<CancellationToken>()).Returns(_ => _read.Task);
        _rig.Reader.DigestAsync(Arg.Any<JobKey>(), Arg.Any<ObjectRef>(), Arg.Any<CancellationToken>())
            .Returns(new StepOutcome(Failure: null, ProbeUsage.Zero, new string('0', 32)));
        await _rig.AddAsync(TestJobs.Waiting(extras: extras));
        return _rig.Jobs.Writes;
    }

    private Task<TimeSpan?> StartAsync() => new AnalysisHandler(_rig.Steps(), _rig.Jobs, _rig.Time).HandleAsync(
        Messages.WriteAnalyze(TestJobs.Key()), default);

    private Task RunAsync() => EndAsync(StartAsync());

    private async Task EndAsync(Task run)
    {
        _read.SetResult(new Reading<AnalysisResult>(Result, new StepOutcome(Failure: null, new ProbeUsage(1, 2, 3))));
        await run.SoonAsync();
    }
}
