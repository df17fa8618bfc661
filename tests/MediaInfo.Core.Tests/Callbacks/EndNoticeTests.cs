using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
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
    public async Task A_message_for_a_storage_queue_is_delivered_and_recorded_at_once()
    {
        await GiveAsync(TestCallbacks.Delivery(_jobs, _target));

        Assert.Single(_target.Delivered);
        Assert.Equal("message-1", Assert.Single(_jobs.All).Callback?.MessageId);
        Assert.Empty(_queues.Callbacks.Texts);
    }

    [Fact]
    public async Task Without_a_target_nothing_is_queued()
    {
        await GiveAsync(TestCallbacks.Delivery(_jobs, _target, queue: null));

        Assert.Empty(_target.Delivered);
        Assert.Empty(_queues.Callbacks.Texts);
    }

    [Fact]
    public async Task A_message_for_an_unavailable_storage_queue_goes_to_the_callbacks_queue()
    {
        _target.Outage.Begin();

        await GiveAsync(TestCallbacks.Delivery(_jobs, _target));

        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
        Assert.Null(Assert.Single(_jobs.All).Callback);
    }

    [Fact]
    public async Task An_HTTP_message_is_queued_because_its_target_may_be_slow()
    {
        var store = Substitute.For<IPipelineStore>();
        var pipeline = DefaultPipeline.Of(new() { Id = TestJobs.Account }) with
        {
            Notify = new NotifyTarget { Url = "https://example.com/" },
        };
        store.FindAsync(TestJobs.Account, pipeline.Id, Arg.Any<CancellationToken>()).Returns(
            new StoredPipeline(pipeline, "\"1\""));

        await GiveAsync(new CallbackDelivery(
            _jobs, TestPipelines.Directory(store: store), post: null!, [], [], TimeProvider.System, NullLogger<CallbackDelivery>.Instance));

        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
    }

    [Fact]
    public async Task A_dialects_end_action_is_queued()
    {
        var end = Substitute.For<IJobEnd>();
        end.Dialect.Returns("mps");

        await GiveAsync(TestCallbacks.Delivery(_jobs, _target, ends: end));

        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
        await end.DidNotReceiveWithAnyArgs().EndAsync(default!, default);
    }

    [Fact]
    public async Task The_caller_gets_an_error_if_the_callbacks_queue_is_unavailable_too()
    {
        _target.Outage.Begin();
        _queues.Callbacks.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => GiveAsync(TestCallbacks.Delivery(_jobs, _target)));
    }

    [Fact]
    public async Task A_job_cached_as_running_but_ended_by_another_process_is_announced()
    {
        var here = new RememberingJobStore(_jobs, new JobOptions(), new ManualTimeProvider());
        await _jobs.AddAsync(TestJobs.In(JobState.Running), CancellationToken.None);
        await here.FindAsync(TestJobs.Key(), CancellationToken.None);
        await _jobs.UpdateAsync(TestJobs.Key(), _ => TestJobs.In(JobState.Succeeded), CancellationToken.None);

        await new EndNotice(TestCallbacks.Delivery(here, _target), _queues, NullLogger<EndNotice>.Instance).GiveAsync(
            TestJobs.Key(), default);

        Assert.Single(_target.Delivered);
        Assert.Equal("message-1", Assert.Single(_jobs.All).Callback?.MessageId);
    }

    [Fact]
    public async Task Delivery_for_a_job_that_has_not_ended_is_left_to_the_queue()
    {
        await _jobs.AddAsync(TestJobs.In(JobState.Running), CancellationToken.None);

        await new EndNotice(TestCallbacks.Delivery(_jobs, _target), _queues, NullLogger<EndNotice>.Instance).GiveAsync(
            TestJobs.Key(), default);

        Assert.Empty(_target.Delivered);
        Assert.Equal([Messages.WriteCallback(TestJobs.Key())], _queues.Callbacks.Texts);
    }

    private async Task GiveAsync(CallbackDelivery delivery)
    {
        await _jobs.AddAsync(TestJobs.In(JobState.Succeeded), CancellationToken.None);
        await new EndNotice(delivery, _queues, NullLogger<EndNotice>.Instance).GiveAsync(TestJobs.Key(), CancellationToken.None);
    }
}
