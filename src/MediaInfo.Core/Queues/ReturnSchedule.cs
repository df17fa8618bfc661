namespace MediaInfo.Core.Queues;

/// <summary>
/// Schedules the return of postponed messages, one per second, so that even a large backlog causes few futile attempts.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ReturnSchedule
{
    /// <summary>The longest postponement.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(10);

    /// <summary>The interval between two messages, and the shortest postponement.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    /// <summary>When the last postponed message returns.</summary>
    public TimeSpan Last { get; private set; }

    /// <summary>How long to postpone a message.</summary>
    /// <param name="now">The current time, by any monotonic clock.</param>
    /// <param name="earliest">The earliest useful time of return.</param>
    public TimeSpan Next(TimeSpan now, TimeSpan earliest)
    {
        var turn = Max(Last, now) + Spacing;
        Last = Min(Max(turn, earliest), now + MaxDelay);
        return Last - now;
    }

    /// <summary>Clears the schedule, so that new messages need not wait for earlier ones.</summary>
    public void Clear() => Last = TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
