using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Standalone.Workers;
using MediaInfo.TestSupport;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Standalone.Tests.Workers;

public sealed class QueueJobSchedulerTests : IDisposable
{
    private static readonly JobKey Job = new("account", "0123456789abcdef0123456789abcdef");
    private readonly IWorkQueues _inner = Substitute.For<IWorkQueues>();
    private readonly SignallingQueues _queues;
    private readonly ManualTimeProvider _time = new();

    public QueueJobSchedulerTests()
    {
        _inner.Analyses.Returns(Substitute.For<IWorkQueue>());
        _inner.Callbacks.Returns(Substitute.For<IWorkQueue>());
        _queues = new SignallingQueues(_inner, _time);
    }

    public void Dispose() => _queues.Dispose();

    [Fact]
    public async Task A_job_is_scheduled_as_one_message_that_names_it_and_wakes_the_worker()
    {
        await new QueueJobScheduler(_queues).ScheduleAsync(Job, default);

        await _inner.Analyses.Received(1).SendAsync(Arg.Is<string>(text => Job.Equals(Messages.ReadAnalyze(text))), default);
        await _inner.Callbacks.DidNotReceiveWithAnyArgs().SendAsync(default!, default);
        Assert.True(IsRaised(_queues.AnalysesSignal));
        Assert.False(IsRaised(_queues.CallbacksSignal));
    }

    [Fact]
    public async Task A_job_that_could_not_be_queued_is_an_error_and_wakes_nobody()
    {
        _inner.Analyses.SendAsync(default!, default).ThrowsAsyncForAnyArgs(new IOException("Storage is away"));

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
