using MediaInfo.Standalone.Workers;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Workers;

public sealed class WorkSignalTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);
    private readonly ManualTimeProvider _time = new();
    private readonly WorkSignal _signal;

    public WorkSignalTests() => _signal = new WorkSignal(_time);

    public void Dispose() => _signal.Dispose();

    [Fact]
    public async Task A_signal_wakes_a_waiter()
    {
        var waiting = _signal.WaitAsync(Pause, default);
        Assert.False(waiting.IsCompleted);

        _signal.Raise();

        await waiting.WaitAsync(Deadline);
    }

    [Fact]
    public async Task A_signal_raised_before_the_wait_is_not_lost()
    {
        _signal.Raise();

        await _signal.WaitAsync(Pause, default).WaitAsync(Deadline);
    }

    [Fact]
    public async Task Many_signals_wake_once()
    {
        _signal.Raise();
        _signal.Raise();
        _signal.Raise();
        await _signal.WaitAsync(Pause, default).WaitAsync(Deadline);

        var second = _signal.WaitAsync(Pause, default);

        Assert.False(second.IsCompleted);
        _time.Advance(Pause);
        await second.WaitAsync(Deadline);
    }

    [Fact]
    public async Task Without_a_signal_the_wait_ends_after_the_pause()
    {
        var waiting = _signal.WaitAsync(Pause, default);

        _time.Advance(Pause - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await waiting.WaitAsync(Deadline);
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task A_cancelled_wait_throws()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _signal.WaitAsync(Pause, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Deadline));
    }
}
