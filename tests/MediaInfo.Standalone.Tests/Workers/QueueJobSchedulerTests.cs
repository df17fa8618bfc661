using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Queues;
using MediaInfo.Standalone.Workers;
using MediaInfo.TestSupport;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Standalone.Tests.Workers;

public sealed class QueueJobSchedulerTests : IDisposable
{
    private static readonly JobKey Key = new("account", "0123456789abcdef0123456789abcdef");
    private static readonly AnalysisJob Job = new()
    {
        Key = Key,
        Dialect = "mps",
        RequestId = "request",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Source = new ObjectRef("bucket", "key"),
        SubmittedInput = "{}",
        PipelineId = "pipeline",
        Priority = 7,
    };

    private readonly IWorkQueue _lane = Substitute.For<IWorkQueue>();
    private readonly IWorkQueues _inner = Substitute.For<IWorkQueues>();
    private readonly SignallingQueues _queues;
    private readonly ManualTimeProvider _time = new();

    public QueueJobSchedulerTests()
    {
        _inner.AnalysesOf(default).ReturnsForAnyArgs(_ => Substitute.For<IWorkQueue>());
        _inner.AnalysesOf(Job.Priority).Returns(_lane);
        _inner.Callbacks.Returns(Substitute.For<IWorkQueue>());
        _queues = new SignallingQueues(_inner, TimeSpan.FromSeconds(1), _time);
    }

    public void Dispose() => _queues.Dispose();

    [Fact]
    public async Task A_job_is_scheduled_as_one_message_in_the_lane_of_its_priority_that_names_it_and_wakes_the_worker()
    {
        await new QueueJobScheduler(_queues).ScheduleAsync(Job, default);

        await _lane.Received(1).SendAsync(Arg.Is<string>(text => Key.Equals(Messages.ReadAnalyze(text))), default);
        await _inner.Callbacks.DidNotReceiveWithAnyArgs().SendAsync(default!, default);
        Assert.True(IsRaised(_queues.AnalysesSignal));
        Assert.False(IsRaised(_queues.CallbacksSignal));
    }

    [Fact]
    public async Task A_job_that_could_not_be_queued_is_an_error_and_wakes_nobody()
    {
        _lane.SendAsync(default!, default).ThrowsAsyncForAnyArgs(new IOException("Storage is away"));

        await Assert.ThrowsAsync<IOException>(() => new QueueJobScheduler(_queues).ScheduleAsync(Job, default));

        Assert.False(IsRaised(_queues.AnalysesSignal));
    }

    [Fact]
    public async Task A_completion_message_wakes_the_worker_of_completion_messages_only()
    {
        await _queues.Callbacks.SendAsync("text", default);

        await _inner.Callbacks.Received(1).SendAsync("text", default);
        Assert.True(IsRaised(_queues.CallbacksSignal));
        Assert.False(IsRaised(_queues.AnalysesSignal));
    }

    // By a clock that stands still: only a raised signal lets the wait end.
    private static bool IsRaised(WorkSignal signal) => signal.WaitAsync(TimeSpan.FromDays(1), default).IsCompletedSuccessfully;
}
