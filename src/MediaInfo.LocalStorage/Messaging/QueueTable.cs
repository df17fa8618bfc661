using MediaInfo.Core.Messaging;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Queues;

namespace MediaInfo.LocalStorage.Messaging;

/// <summary>The statements of the table of message queues. Times are milliseconds.</summary>
internal static class QueueTable
{
    private const string Columns = "created, modified, delay, largest, retention, visibility, wait, logging";

    /// <summary>A time in milliseconds.</summary>
    public static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    /// <summary>Whether there is such a queue.</summary>
    public static bool Has(Session session, string name)
    {
        using var find = session.Use("SELECT 1 FROM message_queues WHERE name = ?1");
        return find.Bind(1, name).Step();
    }

    /// <summary>The queue; null if there is none.</summary>
    public static MessageQueue? Find(Session session, string name, QueueClock clock)
    {
        using var find = session.Use($"SELECT {Columns} FROM message_queues WHERE name = ?1");
        if (!find.Bind(1, name).Step())
        {
            return null;
        }

        var settings = new QueueSettings(
            Time(2), (int)find.Number(3), Time(4), Time(5), Time(6), find.Number(7) != 0);
        return new MessageQueue(name, settings, Day(0), Day(1));

        TimeSpan Time(int column) => TimeSpan.FromMilliseconds(find.Number(column));

        DateTimeOffset? Day(int column) => find.Number(column) is > 0 and var at ? clock.DayTimeOf(at) : null;
    }

    /// <summary>Adds a queue that nobody created, unless it is there.</summary>
    public static void AddImplicit(Session session, string name)
    {
        if (!Has(session, name))
        {
            Put(session, name, QueueSettings.Implicit, created: 0, modified: 0);
        }
    }

    /// <summary>Adds a queue, or replaces it.</summary>
    public static void Put(Session session, string name, QueueSettings settings, long created, long modified)
    {
        using var put = session.Use(
            $"INSERT OR REPLACE INTO message_queues (name, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        put.Bind(1, name).Bind(2, created).Bind(3, modified).Bind(4, Milliseconds(settings.Delay));
        put.Bind(5, settings.LargestMessage).Bind(6, Milliseconds(settings.Retention));
        put.Bind(7, Milliseconds(settings.Visibility)).Bind(8, Milliseconds(settings.Wait)).Bind(9, settings.Logging ? 1 : 0);
        put.Run();
    }

    /// <summary>Changes a queue's settings.</summary>
    public static void Change(Session session, string name, QueueSettings settings, long modified)
    {
        using var find = session.Use("SELECT created FROM message_queues WHERE name = ?1");
        var created = find.Bind(1, name).Step() ? find.Number(0) : 0;
        Put(session, name, settings, created > 0 ? created : modified, modified);
    }

    /// <summary>Removes a queue with its messages. False if there is none.</summary>
    public static bool Remove(Session session, string name)
    {
        using var messages = session.Use("DELETE FROM callback_messages WHERE queue = ?1");
        messages.Bind(1, name).Run();
        using var remove = session.Use("DELETE FROM message_queues WHERE name = ?1");
        return remove.Bind(1, name).Run() > 0;
    }

    /// <summary>The names that begin with the prefix, in ordinal order.</summary>
    public static IReadOnlyList<string> List(Session session, string prefix)
    {
        using var list = session.Use("SELECT name FROM message_queues WHERE name >= ?1 ORDER BY name");
        list.Bind(1, prefix);
        var names = new List<string>();
        while (list.Step() && list.Text(0).StartsWith(prefix, StringComparison.Ordinal))
        {
            names.Add(list.Text(0));
        }

        return names;
    }
}
