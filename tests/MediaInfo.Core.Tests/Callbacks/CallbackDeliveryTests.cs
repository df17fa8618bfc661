using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class CallbackDeliveryTests
{
    private readonly InMemoryJobStore _jobs = new();
    private readonly InMemoryCallbackTarget _target = new();

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task An_ended_job_is_announced_to_its_pipelines_queue_in_its_dialects_format(JobState state)
    {
        var job = await AddAsync(TestJobs.In(state));

        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        Assert.Equal((TestPipelines.Queue, $"mps: {job.Key.Id} {state}"), Assert.Single(_target.Delivered));
        Assert.Equal(CallbackResult.Delivered("message-1"), Noted());
    }

    [Fact]
    public async Task A_job_is_announced_only_once()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));

        await Delivery().DeliverAsync(job.Key, CancellationToken.None);
        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        Assert.Single(_target.Delivered);
        Assert.Equal(CallbackResult.Delivered("message-1"), Noted());
    }

    [Theory]
    [InlineData(JobState.Waiting)]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Canceled)]
    public async Task A_job_that_has_not_completed_is_not_announced(JobState state)
    {
        var job = await AddAsync(TestJobs.In(state));

        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        Assert.Empty(_target.Delivered);
        Assert.Null(Noted());
    }

    [Fact]
    public async Task A_deleted_job_is_not_announced()
    {
        await Delivery().DeliverAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Empty(_target.Delivered);
    }

    [Fact]
    public async Task Without_a_configured_queue_nothing_is_sent_or_recorded()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));

        await Delivery(queue: null).DeliverAsync(job.Key, CancellationToken.None);

        Assert.Empty(_target.Delivered);
        Assert.Null(Noted());
    }

    [Fact]
    public async Task A_missing_pipeline_has_no_queue()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded) with { PipelineId = "gone" });

        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        Assert.Empty(_target.Delivered);
        Assert.Null(Noted());
    }

    [Fact]
    public async Task A_permanent_error_is_recorded()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        var error = CallbackResult.GivenUp("QueueNameInvalid", "No such name");
        var target = Substitute.For<ICallbackTarget>();
        target.SendAsync(default!, default!, default).ReturnsForAnyArgs(error);

        await Delivery(target).DeliverAsync(job.Key, CancellationToken.None);

        Assert.Equal(error, Noted());
    }

    [Fact]
    public async Task Delivery_to_an_unreachable_target_is_left_to_the_queues_retry()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        _target.Outage.Begin(calls: 1);

        await Assert.ThrowsAsync<IOException>(() => Delivery().DeliverAsync(job.Key, CancellationToken.None));
        Assert.Null(Noted());
        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        Assert.Equal(CallbackResult.Delivered("message-1"), Noted());
    }

    [Fact]
    public async Task The_story_has_every_attempt_and_the_outcome()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        _target.Outage.Begin(calls: 2);

        await Assert.ThrowsAsync<IOException>(() => Delivery().DeliverAsync(job.Key, CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => Delivery().DeliverAsync(job.Key, CancellationToken.None));
        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        Assert.Equal(
            [JobEventKind.CallbackAttempted, JobEventKind.CallbackAttempted, JobEventKind.CallbackDelivered],
            Assert.Single(_jobs.All).Story!.Events.Select(told => told.Kind));
        Assert.Equal("message-1", Assert.Single(_jobs.All).Story!.Events[^1].Detail);
    }

    [Fact]
    public async Task The_story_of_an_attempt_has_none_of_an_exceptions_text()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        var target = Substitute.For<ICallbackTarget>();
        target.SendAsync(default!, default!, default).ReturnsForAnyArgs<CallbackResult>(
            _ => throw new IOException("No such host is known (storage7.queue.core.windows.net:443)"),
            _ => throw new InvalidOperationException("/srv/data/queues"));

        var delivery = Delivery(target);
        await Assert.ThrowsAsync<IOException>(() => delivery.DeliverAsync(job.Key, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => delivery.DeliverAsync(job.Key, CancellationToken.None));

        Assert.Equal(
            ["The target did not take the message", "The target did not take the message"],
            Assert.Single(_jobs.All).Story!.Events.Select(told => told.Detail));
    }

    [Fact]
    public async Task Giving_up_on_a_message_is_recorded()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));

        await Delivery().GiveUpAsync(job.Key, CancellationToken.None);

        Assert.Equal(CallbackResult.GivenUp("DeliveryFailed", "The callback target could not be reached"), Noted());
        Assert.Empty(_target.Delivered);
    }

    [Fact]
    public async Task Giving_up_does_not_undo_a_delivery()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        await Delivery().DeliverAsync(job.Key, CancellationToken.None);

        await Delivery().GiveUpAsync(job.Key, CancellationToken.None);

        Assert.Equal(CallbackResult.Delivered("message-1"), Noted());
    }

    [Fact]
    public async Task Giving_up_on_a_deleted_job_does_nothing()
    {
        await Delivery().GiveUpAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Empty(_jobs.All);
    }

    [Fact]
    public async Task Giving_up_on_a_message_still_runs_the_dialects_own_end_action()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        var end = End(_ => Task.FromResult(CallbackResult.Delivered("done")));

        await Delivery(end).GiveUpAsync(job.Key, CancellationToken.None);

        Assert.Equal(CallbackResult.Delivered("done"), Noted());
    }

    [Fact]
    public async Task An_end_action_that_fails_temporarily_is_not_given_up()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        var end = End(_ => throw new IOException("away"));

        await Assert.ThrowsAsync<IOException>(() => Delivery(end).GiveUpAsync(job.Key, CancellationToken.None));

        Assert.Null(Noted());
    }

    [Fact]
    public async Task An_end_action_that_fails_permanently_is_given_up()
    {
        var job = await AddAsync(TestJobs.In(JobState.Succeeded));
        var end = End(_ => throw new InvalidOperationException("broken"));

        await Delivery(end).GiveUpAsync(job.Key, CancellationToken.None);

        Assert.Equal("DeliveryFailed", Noted()!.ErrorCode);
    }

    private static IJobEnd End(Func<AnalysisJob, Task<CallbackResult>> does)
    {
        var end = Substitute.For<IJobEnd>();
        end.Dialect.Returns("mps");
        end.EndAsync(default!, default).ReturnsForAnyArgs(call => does(call.Arg<AnalysisJob>()));
        return end;
    }

    private CallbackDelivery Delivery(IJobEnd end) => TestCallbacks.Delivery(_jobs, _target, TestPipelines.Queue, end);

    private CallbackResult? Noted() => Assert.Single(_jobs.All).Callback;

    private async Task<AnalysisJob> AddAsync(AnalysisJob job) => (await _jobs.AddAsync(job, CancellationToken.None))!.Job;

    private CallbackDelivery Delivery(string? queue = TestPipelines.Queue) => Delivery(_target, queue);

    private CallbackDelivery Delivery(ICallbackTarget target, string? queue = TestPipelines.Queue) =>
        TestCallbacks.Delivery(_jobs, target, queue);
}
