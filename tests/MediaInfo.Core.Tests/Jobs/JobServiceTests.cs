using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobServiceTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryJobStore _jobs = new();
    private readonly IJobScheduler _scheduler = Substitute.For<IJobScheduler>();

    [Fact]
    public async Task A_submitted_job_is_waiting_and_contains_its_request()
    {
        var job = await Service().SubmitAsync(TestJobs.Request(), CancellationToken.None);

        var expected = new AnalysisJob
        {
            Key = new JobKey(TestJobs.Account, job.Key.Id),
            Dialect = "mps",
            RequestId = TestJobs.Request().RequestId,
            CreatedAt = _time.GetUtcNow(),
            Source = TestJobs.Source,
            SubmittedInput = "input as sent",
            PipelineId = "pipeline",
            UserData = "mine",
            Synchronous = true,
        };
        Assert.Equal(expected, job);
        Assert.Equal(expected, Assert.Single(_jobs.All));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_settings_decide_what_is_read_beyond_the_header(bool digest, bool packets)
    {
        var service = Service(new AnalysisOptions { Digest = digest, Packets = packets });

        var job = await service.SubmitAsync(TestJobs.Request(), CancellationToken.None);

        Assert.Equal(new AnalysisExtras(digest, packets), job.Extras);
    }

    [Fact]
    public async Task A_job_is_first_stored_then_scheduled_then_answered()
    {
        var scheduling = new TaskCompletionSource();
        var storedWhenScheduled = 0;
        _scheduler.ScheduleAsync(default!, default).ReturnsForAnyArgs(_ =>
        {
            storedWhenScheduled = _jobs.All.Count;
            return scheduling.Task;
        });

        var submit = Service().SubmitAsync(TestJobs.Request(), CancellationToken.None);
        await Eventually.HoldsAsync("the job is being scheduled", () => _scheduler.ReceivedCalls().Any());
        Assert.False(submit.IsCompleted);
        scheduling.SetResult();
        var job = await submit;

        Assert.Equal(1, storedWhenScheduled);
        await _scheduler.Received(1).ScheduleAsync(
            Arg.Is<AnalysisJob>(scheduled => scheduled.Key == job.Key), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_job_that_cannot_be_scheduled_is_rejected_and_removed()
    {
        _scheduler.ScheduleAsync(default!, default).ThrowsAsyncForAnyArgs(new IOException("queue away"));

        var submit = Service().SubmitAsync(TestJobs.Request(), CancellationToken.None);

        Assert.Equal("queue away", (await Assert.ThrowsAsync<IOException>(() => submit)).Message);
        Assert.Empty(_jobs.All);
    }

    [Fact]
    public async Task A_job_of_a_paused_pipeline_is_held_and_not_scheduled()
    {
        var held = Substitute.For<IHeldJobs>();
        var request = TestJobs.Request() with { PipelineId = TestPipelines.DefaultId };

        var job = await Service(gate: TestPipelines.ClosedGate(held)).SubmitAsync(request, CancellationToken.None);

        Assert.Empty(_scheduler.ReceivedCalls());
        await held.Received(1).AddAsync(new HeldJob(job.Key, TestPipelines.DefaultId), Arg.Any<CancellationToken>());
        Assert.Equal(job, Assert.Single(_jobs.All));
    }

    [Fact]
    public async Task A_job_that_can_neither_run_nor_be_held_is_removed()
    {
        var held = Substitute.For<IHeldJobs>();
        held.AddAsync(default!, default).ThrowsAsyncForAnyArgs(new IOException("storage away"));
        var request = TestJobs.Request() with { PipelineId = TestPipelines.DefaultId };

        await Assert.ThrowsAsync<IOException>(
            () => Service(gate: TestPipelines.ClosedGate(held)).SubmitAsync(request, CancellationToken.None));

        Assert.Empty(_jobs.All);
    }

    [Fact]
    public async Task A_job_that_cannot_be_scheduled_is_removed_even_if_the_caller_hung_up()
    {
        using var hangUp = new CancellationTokenSource();
        _scheduler.ScheduleAsync(default!, default).ReturnsForAnyArgs(async call =>
        {
            await hangUp.CancelAsync();
            call.Arg<CancellationToken>().ThrowIfCancellationRequested();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Service().SubmitAsync(TestJobs.Request(), hangUp.Token));

        Assert.Empty(_jobs.All);
    }

    [Fact]
    public async Task A_job_that_cannot_be_stored_is_not_scheduled()
    {
        _jobs.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => Service().SubmitAsync(TestJobs.Request(), CancellationToken.None));

        Assert.Empty(_scheduler.ReceivedCalls());
    }

    [Fact]
    public async Task An_id_already_in_use_is_skipped()
    {
        await _jobs.AddAsync(TestJobs.In(JobState.Running, TestJobs.Key(1)), CancellationToken.None);
        var ids = Substitute.For<IIdSource>();
        ids.NewJobId(default).ReturnsForAnyArgs(TestJobs.Key(1).Id, TestJobs.Key(2).Id);

        var job = await Service(ids: ids).SubmitAsync(TestJobs.Request(), CancellationToken.None);

        Assert.Equal(TestJobs.Key(2), job.Key);
        Assert.Equal([JobState.Running, JobState.Waiting], _jobs.All.Select(stored => stored.State));
    }

    [Fact]
    public async Task Jobs_are_found_newest_first_for_any_order_of_ids()
    {
        var service = Service();
        var submitted = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            submitted.Add((await service.SubmitAsync(TestJobs.Request(), CancellationToken.None)).Key.Id);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        string[] asked = [submitted[2], submitted[0], submitted[3], submitted[1]];
        var found = await service.FindAsync(TestJobs.Account, asked, CancellationToken.None);

        Assert.Equal(submitted.AsEnumerable().Reverse(), found.Select(job => job.Key.Id));
    }

    [Fact]
    public async Task Jobs_of_another_account_and_unknown_ids_are_not_found()
    {
        var mine = TestJobs.Waiting(TestJobs.Key(1));
        var theirs = TestJobs.Waiting(TestJobs.Key(2, "1000000000000002"));
        await _jobs.AddAsync(mine, CancellationToken.None);
        await _jobs.AddAsync(theirs, CancellationToken.None);

        var found = await Service().FindAsync(
            TestJobs.Account, [theirs.Key.Id, mine.Key.Id, TestJobs.Key(3).Id], CancellationToken.None);

        Assert.Equal(mine, Assert.Single(found));
    }

    private JobService Service(AnalysisOptions? options = null, IIdSource? ids = null, PipelineGate? gate = null) =>
        new(
            _jobs,
            _scheduler,
            gate ?? TestPipelines.OpenGate(),
            ids ?? new IdSource(),
            options ?? new AnalysisOptions(),
            _time,
            NullLogger<JobService>.Instance);
}
