using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Support;

public sealed class ManualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void The_clock_moves_only_when_the_test_advances_it()
    {
        var (now, stamp) = (_time.GetUtcNow(), _time.GetTimestamp());

        _time.Advance(Second);

        Assert.Equal(now + Second, _time.GetUtcNow());
        Assert.Equal(Second, _time.GetElapsedTime(stamp));
    }

    [Fact]
    public void Timers_fire_in_order_and_each_sees_its_due_time()
    {
        var start = _time.GetUtcNow();
        using var late = Timer("late", 3 * Second, Timeout.InfiniteTimeSpan);
        using var early = Timer("early", Second, Timeout.InfiniteTimeSpan);
        using var never = Timer("never", 5 * Second, Timeout.InfiniteTimeSpan);

        _time.Advance(4 * Second);

        Assert.Equal(["early 1", "late 3"], _fired);
        Assert.Equal(start + (4 * Second), _time.GetUtcNow());
        Assert.Equal(1, _time.WaitingTimers);
    }

    [Fact]
    public void A_timer_with_a_period_fires_until_it_is_disposed()
    {
        var timer = Timer("tick", Second, 2 * Second);

        _time.Advance(4 * Second);
        timer.Dispose();
        _time.Advance(10 * Second);

        Assert.Equal(["tick 1", "tick 3"], _fired);
        Assert.False(timer.Change(Second, Second));
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public async Task Delays_and_timeouts_follow_the_clock()
    {
        using var limit = new CancellationTokenSource(2 * Second, _time);
        var delay = Task.Delay(Second, _time);

        _time.Advance(Second);
        await delay;

        Assert.False(limit.IsCancellationRequested);
        _time.Advance(Second);
        Assert.True(limit.IsCancellationRequested);
    }

    private ITimer Timer(string name, TimeSpan dueTime, TimeSpan period)
    {
        var start = _time.GetUtcNow();
        return _time.CreateTimer(_ => _fired.Add($"{name} {(_time.GetUtcNow() - start).TotalSeconds}"), null, dueTime, period);
    }
}
