using MediaInfo.Core.Messaging;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Queues;

namespace MediaInfo.LocalStorage.Messaging;

/// <summary>The statements of the messages in message queues. Times are milliseconds.</summary>
internal static class QueuedMessages
{
    /// <summary>Adds a message, and removes those that have expired.</summary>
    public static long Add(Session session, NewMessage message)
    {
        using (var expire = session.Use("DELETE FROM callback_messages WHERE expires <= ?1"))
        {
            expire.Bind(1, message.Now).Run();
        }

        var number = session.NextVersion();
        using var add = session.Use(
            "INSERT INTO callback_messages "
            + "(number, queue, visible, sent, expires, receipt, deliveries, text, first, priority, is_foreign) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?1, 0, ?6, 0, ?7, ?8)");
        add.Bind(1, number).Bind(2, message.Queue).Bind(3, message.Visible).Bind(4, message.Now).Bind(5, message.Expires);
        add.Bind(6, message.Text).Bind(7, message.Priority).Bind(8, message.IsForeign ? 1 : 0).Run();
        return number;
    }

    /// <summary>The next visible messages: by priority, then by the time since which they are visible.</summary>
    public static List<QueueMessage> Find(Session session, string queue, int max, long now, QueueClock clock)
    {
        // For each priority one look into the index, whatever number of messages is hidden.
        using var find = session.Use(
            "SELECT number, text, sent, deliveries, first, is_foreign FROM callback_messages "
            + "WHERE queue = ?1 AND priority = ?2 AND visible <= ?3 AND expires > ?3 ORDER BY visible, number LIMIT ?4");
        var found = new List<QueueMessage>();
        for (var priority = OutgoingMessage.HighestPriority;
            priority <= OutgoingMessage.LowestPriority && found.Count < max;
            priority++)
        {
            find.Bind(1, queue).Bind(2, priority).Bind(3, now).Bind(4, max - found.Count);
            while (find.Step())
            {
                var sent = clock.DayTimeOf(find.Number(2));
                found.Add(new QueueMessage(VersionNumbers.Text(find.Number(0)), Receipt: null, find.Text(1))
                {
                    SentAt = sent,
                    FirstReceivedAt = find.Number(4) is > 0 and var first ? clock.DayTimeOf(first) : sent,
                    DeliveryCount = find.Number(3),
                    Priority = priority,
                    IsForeign = find.Number(5) != 0,
                });
            }

            find.Rewind();
        }

        return found;
    }

    /// <summary>Hides a message that was found, and gives it a receipt.</summary>
    public static QueueMessage Hold(Session session, QueueMessage message, long now, long visible, QueueClock clock)
    {
        var receipt = session.NextVersion();
        using var hold = session.Use(
            "UPDATE callback_messages SET visible = ?2, receipt = ?3, deliveries = deliveries + 1, "
            + "first = CASE first WHEN 0 THEN ?4 ELSE first END WHERE number = ?1");
        hold.Bind(1, VersionNumbers.Of(message.Id)).Bind(2, visible).Bind(3, receipt).Bind(4, now).Run();
        return message with
        {
            Receipt = VersionNumbers.Text(receipt),
            DeliveryCount = message.DeliveryCount + 1,
            FirstReceivedAt = message.DeliveryCount == 0 ? clock.DayTimeOf(now) : message.FirstReceivedAt,
            VisibleAt = clock.DayTimeOf(visible),
        };
    }

    /// <summary>Hides a held message again. Null if the receipt is not the message's, or its time is over.</summary>
    public static string? HoldAgain(Session session, string queue, string id, string receipt, long now, long visible)
    {
        var next = session.NextVersion();
        using var hold = session.Use(
            "UPDATE callback_messages SET visible = ?5, receipt = ?6 "
            + "WHERE number = ?1 AND queue = ?2 AND receipt = ?3 AND visible > ?4");
        hold.Bind(1, VersionNumbers.Of(id)).Bind(2, queue).Bind(3, VersionNumbers.Of(receipt)).Bind(4, now);
        return hold.Bind(5, visible).Bind(6, next).Run() > 0 ? VersionNumbers.Text(next) : null;
    }

    /// <summary>Removes a held message. False if the receipt is not the message's, or its time is over.</summary>
    public static bool Remove(Session session, string queue, string id, string receipt, long now)
    {
        using var remove = session.Use(
            "DELETE FROM callback_messages WHERE number = ?1 AND queue = ?2 AND receipt = ?3 AND visible > ?4");
        return remove.Bind(1, VersionNumbers.Of(id)).Bind(2, queue).Bind(3, VersionNumbers.Of(receipt)).Bind(4, now).Run() > 0;
    }

    /// <summary>How many messages the queue has.</summary>
    public static QueueCounts Count(Session session, string queue, long now)
    {
        using var count = session.Use(
            "SELECT count(*) FILTER (WHERE visible <= ?2), count(*) FILTER (WHERE visible > ?2 AND deliveries > 0), "
            + "count(*) FILTER (WHERE visible > ?2 AND deliveries = 0) "
            + "FROM callback_messages WHERE queue = ?1 AND expires > ?2");
        count.Bind(1, queue).Bind(2, now).Step();
        return new QueueCounts(count.Number(0), count.Number(1), count.Number(2));
    }
}
