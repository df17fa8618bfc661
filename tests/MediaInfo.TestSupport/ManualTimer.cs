namespace MediaInfo.TestSupport;

/// <summary>A timer of <see cref="ManualTimeProvider"/>, whose lock guards the timer's times.</summary>
public sealed class ManualTimer(ManualTimeProvider owner, Action callback) : ITimer
{
    private TimeSpan _period;
    private bool _disposed;

    /// <summary>When it fires next.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Sets the next due time and the period after it.</summary>
    public void Set(DateTimeOffset dueAt, TimeSpan period)
    {
        DueAt = dueAt;
        _period = period;
    }

    /// <summary>Moves the due time on by the period; false if there is no period.</summary>
    public bool Repeat()
    {
        DueAt += _period > TimeSpan.Zero ? _period : TimeSpan.Zero;
        return _period > TimeSpan.Zero;
    }

    /// <summary>Invokes the callback.</summary>
    public void Fire() => callback();

    /// <inheritdoc />
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (!_disposed)
        {
            owner.Schedule(this, dueTime, period);
        }

        return !_disposed;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        owner.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _disposed = true;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
