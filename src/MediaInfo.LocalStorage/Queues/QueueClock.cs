using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Queues;

/// <summary>
/// The time by which messages become visible and expire, in milliseconds. It begins at the time of day, and from then on neither
/// jumps nor goes back when the system's clock is set, nor behind what an earlier process wrote. So no message waits for an hour
/// to come again, and none expires because of a wrong date.
/// </summary>
public sealed class QueueClock
{
    private const long Agreement = 1_000;

    private readonly TimeProvider _time;
    private readonly long _started;
    private long _first;

    /// <summary>Begins at the time of day.</summary>
    public QueueClock(TimeProvider time) =>
        (_time, _started, _first) = (time, time.GetTimestamp(), time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The current time.</summary>
    public long Now => Volatile.Read(ref _first) + (long)_time.GetElapsedTime(_started).TotalMilliseconds;

    /// <summary>The time after a while, which is never shorter.</summary>
    public long In(TimeSpan time) => Now + (long)Math.Ceiling(time.TotalMilliseconds);

    /// <summary>The time of day at a time of this clock, as the system's clock tells it now.</summary>
    public DateTimeOffset DayTimeOf(long at)
    {
        // Within a second the clocks agree, and the same message always has the same time.
        var set = _time.GetUtcNow().ToUnixTimeMilliseconds() - Now;
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Abs(set) < Agreement ? at : at + set);
    }

    /// <summary>Goes on from the newest message if that is later. Before messages are read or written.</summary>
    internal void GoOnFrom(LocalDatabase database)
    {
        var ahead = database.Read(Newest) - Now;
        if (ahead > 0)
        {
            Volatile.Write(ref _first, _first + ahead);
        }
    }

    // Numbers grow with time, so the highest one has the latest.
    private static long Newest(Session session)
    {
        using var find = session.Use(
            "SELECT (SELECT sent FROM messages ORDER BY number DESC LIMIT 1), "
            + "(SELECT sent FROM callback_messages ORDER BY number DESC LIMIT 1)");
        return find.Step() ? Math.Max(find.Number(0), find.Number(1)) : 0;
    }
}
