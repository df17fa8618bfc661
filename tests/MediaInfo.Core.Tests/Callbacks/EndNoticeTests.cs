using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class EndNoticeTests
{
    private readonly InMemoryJobStore _jobs = new();
    private readonly InMemoryCallbackTarget _target = new();
    private readonly InMemoryWorkQueues _queues = new(new ManualTimeProvider(TestJobs.CreatedAt));

    [Fact]
    public async Task A_message_for_a_storage_queue_is_delivered_and_noted_at_once()
    {
        await GiveAsync(TestCallbacks.Delivery(_jobs, _target));

        Assert.Single(_target.Delivered);
        Assert.Equal("message-1", Assert.Single(_jobs.All).Callback?.MessageId);
        Assert.Empty(_queues.Callbacks.Texts);
    }

    [Fact]
    public async Task Where_nobody_is_to_be_told_nothing_is_queued()
    {
        await GiveAsync(TestCallbacks.Delivery(_jobs, _target, queue: null));

        Assert.Empty(_target.Delivered);
        Assert.Empty(_queues.Callbacks.Texts);
    }

    [Fact]
    public async Task A_storage_queue_that_is_away_gets_its_message_over_the_queue_of_callbacks()
    {
        _target.Outage.Begin();

        await GiveAsync(TestCallbacks.Delivery(_jobs, _target));

        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
        Assert.Null(Assert.Single(_jobs.All).Callback);
    }

    [Fact]
    public async Task A_message_over_HTTP_is_queued_since_its_target_may_be_slow()
    {
        var store = Substitute.For<IPipelineStore>();
        var pipeline = DefaultPipeline.Of(new() { Id = TestJobs.Account }) with { Notify = new NotifyTarget { Url = "https://example.com/" } };
        store.FindAsync(TestJobs.Account, pipeline.Id, Arg.Any<CancellationToken>()).Returns(new StoredPipeline(pipeline, "\"1\""));

        await GiveAsync(new CallbackDelivery(
            _jobs, TestPipelines.Directory(store: store), post: null!, [], [], NullLogger<CallbackDelivery>.Instance));

        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
    }

    [Fact]
    public async Task What_a_dialect_does_at_the_end_of_its_jobs_is_queued()
    {
        var end = Substitute.For<IJobEnd>();
        end.Dialect.Returns("mps");

        await GiveAsync(TestCallbacks.Delivery(_jobs, _target, ends: end));

        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
        await end.DidNotReceiveWithAnyArgs().EndAsync(default!, default);
    }

    [Fact]
    public async Task Where_the_queue_of_callbacks_is_away_too_the_caller_learns_of_it()
    {
        _target.Outage.Begin();
        _queues.Callbacks.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => GiveAsync(TestCallbacks.Delivery(_jobs, _target)));
    }

    [Fact]
    public async Task A_job_that_this_process_saw_running_and_another_one_ended_is_told_of()
    {
        var here = new RememberingJobStore(_jobs, new JobOptions(), new ManualTimeProvider());
        await _jobs.AddAsync(TestJobs.In(JobState.Running), CancellationToken.None);
        await here.FindAsync(TestJobs.Key(), CancellationToken.None);
        await _jobs.UpdateAsync(TestJobs.Key(), _ => TestJobs.In(JobState.Succeeded), CancellationToken.None);

        await new EndNotice(TestCallbacks.Delivery(here, _target), _queues, NullLogger<EndNotice>.Instance).GiveAsync(TestJobs.Key(), default);

        Assert.Single(_target.Delivered);
        Assert.Equal("message-1", Assert.Single(_jobs.All).Callback?.MessageId);
    }

    [Fact]
    public async Task Of_a_job_that_has_not_ended_the_delivery_is_left_to_the_queue()
    {
        await _jobs.AddAsync(TestJobs.In(JobState.Running), CancellationToken.None);

        await new EndNotice(TestCallbacks.Delivery(_jobs, _target), _queues, NullLogger<EndNotice>.Instance).GiveAsync(TestJobs.Key(), default);

        Assert.Empty(_target.Delivered);
        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
    }

    private async Task GiveAsync(CallbackDelivery delivery)
    {
        await _jobs.AddAsync(TestJobs.In(JobState.Succeeded), CancellationToken.None);
        await new EndNotice(delivery, _queues, NullLogger<EndNotice>.Instance).GiveAsync(TestJobs.Key(), CancellationToken.None);
    }
}
