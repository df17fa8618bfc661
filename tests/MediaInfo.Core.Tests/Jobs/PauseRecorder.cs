using System.Collections.Immutable;

namespace MediaInfo.Core.Tests.Jobs;

/// <summary>A clock that records the length of every requested pause.</summary>
internal sealed class PauseRecorder(TimeProvider clock) : TimeProvider
{
    private ImmutableList<TimeSpan> _seen = [];

    public ImmutableList<TimeSpan> Seen => Volatile.Read(ref _seen);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        ImmutableInterlocked.Update(ref _seen, seen => seen.Add(dueTime));
        return timer;
    }
}
