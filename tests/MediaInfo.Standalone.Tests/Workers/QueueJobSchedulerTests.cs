using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Queues;
using MediaInfo.Standalone.Workers;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Standalone.Tests.Workers;

public sealed class QueueJobSchedulerTests : IDisposable
{
    private static readonly AnalysisJob Job = new()
    {
        Key = new JobKey("account", "0123456789abcdef0123456789abcdef"),
        Dialect = "mps",
        RequestId = "request",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Source = new ObjectRef("bucket", "key"),
        SubmittedInput = "{}",
        PipelineId = "pipeline",
        Priority = 8,
    };

    private readonly InMemoryWorkQueues _inner;
    private readonly SignallingQueues _queues;

    public QueueJobSchedulerTests()
    {
        var time = new ManualTimeProvider();
        _inner = new InMemoryWorkQueues(time);
        _queues = new SignallingQueues(_inner, time);
    }

    public void Dispose() => _queues.Dispose();

    [Fact]
    public async Task A_job_is_scheduled_as_one_message_with_its_account_and_priority_and_wakes_the_worker()
    {
        await new QueueJobScheduler(_queues).ScheduleAsync(Job, default);

        var message = Assert.Single(await _inner.Analyses.ReceiveAsync(Room.For(32, "account"), TimeSpan.FromHours(1), default));
        Assert.Equal((Messages.WriteAnalyze(Job.Key), 8), (message.Text, message.Priority));
        Assert.Empty(_inner.Callbacks.Texts);
        Assert.True(IsRaised(_queues.AnalysesSignal));
        Assert.False(IsRaised(_queues.CallbacksSignal));
    }

    [Fact]
    public async Task A_job_that_could_not_be_queued_is_an_error_and_does_not_wake_the_worker()
    {
        _inner.Analyses.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => new QueueJobScheduler(_queues).ScheduleAsync(Job, default));

        Assert.False(IsRaised(_queues.AnalysesSignal));
    }

    [Fact]
    public async Task A_completion_message_wakes_only_the_callback_worker()
    {
        await _queues.Callbacks.SendAsync(new WorkItem("account", "text"), default);

        Assert.Equal(["text"], _inner.Callbacks.Texts);
        Assert.True(IsRaised(_queues.CallbacksSignal));
        Assert.False(IsRaised(_queues.AnalysesSignal));
    }

    // The clock is stopped, so only a raised signal can end the wait.
    private static bool IsRaised(WorkSignal signal) => signal.WaitAsync(TimeSpan.FromDays(1), default).IsCompletedSuccessfully;
}
