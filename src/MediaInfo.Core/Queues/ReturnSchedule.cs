namespace MediaInfo.Core.Queues;

/// <summary>
/// Tells messages that are put off when to come back: one a second, so that however many there are, few are looked at in vain.
/// </summary>
/// <remarks>Not for use by several at once.</remarks>
public sealed class ReturnSchedule
{
    /// <summary>The longest time that a message is put off.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The time between two messages, and the shortest time that one is put off.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    /// <summary>When the last of those that were put off comes back.</summary>
    public TimeSpan Last { get; private set; }

    /// <summary>How long to put a message off.</summary>
    /// <param name="now">The time, by any clock that goes on.</param>
    /// <param name="earliest">Before when it needn't come.</param>
    public TimeSpan Next(TimeSpan now, TimeSpan earliest)
    {
        var turn = Max(Last, now) + Spacing;
        Last = Min(Max(turn, earliest), now + Longest);
        return Last - now;
    }

    /// <summary>Forgets those that were put off: what comes now need not wait for them.</summary>
    public void Clear() => Last = TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
