using MediaInfo.Core.Queues;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Queues;

/// <summary>The statements of one queue's messages. Times are milliseconds since 1970.</summary>
internal sealed class MessageTable(string queue, QueueBands bands)
{
    private const string Ready =
        "FROM messages WHERE queue = ?1 AND account = ?2 AND band = ?3 AND visible <= ?4 ";

    /// <summary>Adds a message.</summary>
    public WorkMessage Add(Session session, WorkItem item, int band, long now, long visible)
    {
        var number = session.NextVersion();
        using var add = session.Use(
            "INSERT INTO messages (number, queue, account, band, visible, sent, receipt, deliveries, held, text) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?1, 0, 0, ?7)");
        add.Bind(1, number).Bind(2, queue).Bind(3, item.Account).Bind(4, band).Bind(5, visible).Bind(6, now).Bind(7, item.Text);
        add.Run();
        return new WorkMessage(VersionNumbers.Text(number), VersionNumbers.Text(number), item.Text, DeliveryCount: 0)
        {
            Account = item.Account,
            Priority = band,
        };
    }

    /// <summary>Whether any account in the room has a message.</summary>
    public bool HasAny(Session session, Room room, long now)
    {
        using var find = session.Use("SELECT 1 " + Ready + "LIMIT 1");
        find.Bind(1, queue).Bind(4, now);
        foreach (var account in room.Accounts)
        {
            find.Bind(2, account);
            foreach (var band in bands.Highest)
            {
                if (find.Bind(3, band).Step())
                {
                    return true;
                }

                find.Rewind();
            }
        }

        return false;
    }

    /// <summary>Takes as many messages as there is room for.</summary>
    public IReadOnlyList<WorkMessage> Take(Session session, Room room, long now, long visible)
    {
        var most = Math.Min(room.Each, room.Total);
        var waiting = new List<Queue<WorkMessage>>();
        foreach (var account in room.Accounts)
        {
            var found = Find(session, account, now, most);
            if (found.Count > 0)
            {
                waiting.Add(found);
            }
        }

        var taken = Turns.Deal(waiting, room.Total);
        for (var i = 0; i < taken.Count; i++)
        {
            taken[i] = Hold(session, taken[i], visible);
        }

        return taken;
    }

    /// <summary>Hides a held message until a time; null if it is no longer held.</summary>
    public static WorkMessage? Renew(Session session, WorkMessage message, long visible)
    {
        var receipt = session.NextVersion();
        using var renew = session.Use(
            "UPDATE messages SET visible = ?3, receipt = ?4, held = 1 WHERE number = ?1 AND receipt = ?2");
        renew.Bind(1, VersionNumbers.Of(message.Id)).Bind(2, VersionNumbers.Of(message.Receipt));
        renew.Bind(3, visible).Bind(4, receipt);
        return renew.Run() > 0 ? message with { Receipt = VersionNumbers.Text(receipt) } : null;
    }

    /// <summary>Removes a held message; false if it is no longer held.</summary>
    public static bool Remove(Session session, WorkMessage message)
    {
        using var remove = session.Use("DELETE FROM messages WHERE number = ?1 AND receipt = ?2");
        return remove.Bind(1, VersionNumbers.Of(message.Id)).Bind(2, VersionNumbers.Of(message.Receipt)).Run() > 0;
    }

    /// <summary>Moves a held message to the poison table; false if it is no longer held, so that its holder decides.</summary>
    public bool Poison(Session session, WorkMessage message, long now)
    {
        if (!Remove(session, message))
        {
            return false;
        }

        using var add = session.Use(
            "INSERT INTO poison (number, queue, account, deliveries, at, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        add.Bind(1, session.NextVersion()).Bind(2, queue).Bind(3, message.Account);
        add.Bind(4, message.DeliveryCount).Bind(5, now).Bind(6, message.Text).Run();
        return true;
    }

    private Queue<WorkMessage> Find(Session session, string account, long now, int most)
    {
        var found = new Queue<WorkMessage>();
        using var find = session.Use("SELECT number, deliveries, text " + Ready + "ORDER BY visible, number LIMIT ?5");
        find.Bind(1, queue).Bind(2, account).Bind(4, now);
        foreach (var band in bands.Highest)
        {
            find.Bind(3, band).Bind(5, most - found.Count);
            while (found.Count < most && find.Step())
            {
                found.Enqueue(new WorkMessage(VersionNumbers.Text(find.Number(0)), Receipt: "", find.Text(2), find.Number(1) + 1)
                {
                    Account = account,
                    Priority = band,
                });
            }

            find.Rewind();
        }

        return found;
    }

    private static WorkMessage Hold(Session session, WorkMessage message, long visible)
    {
        var receipt = session.NextVersion();
        using var hold = session.Use(
            "UPDATE messages SET visible = ?2, receipt = ?3, deliveries = deliveries + 1, held = 1 WHERE number = ?1");
        hold.Bind(1, VersionNumbers.Of(message.Id)).Bind(2, visible).Bind(3, receipt).Run();
        return message with { Receipt = VersionNumbers.Text(receipt) };
    }
}
