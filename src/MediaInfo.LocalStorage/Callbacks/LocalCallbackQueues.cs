using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Queues;

namespace MediaInfo.LocalStorage.Callbacks;

/// <summary>The queues that completion messages are sent to. Messages expire after seven days.</summary>
public sealed class LocalCallbackQueues(LocalDatabase database, IReservedNames reserved, QueueClock clock)
    : ICallbackTarget, ICallbackQueues
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public async Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken)
    {
        if (CallbackTexts.Refuse(queueName, text, reserved) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        var number = await database.WriteAsync(session => Add(session, queueName, text, now), cancellationToken);
        return CallbackResult.Delivered(VersionNumbers.Text(number));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<CallbackMessage>> ReceiveAsync(
        string queue, int max, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (now, visible) = (clock.Now, clock.In(visibilityTimeout));
        return database.Read(session => Find(session, queue, 1, now)).Count == 0
            ? Task.FromResult<IReadOnlyList<CallbackMessage>>([])
            : database.WriteSoonAsync<IReadOnlyList<CallbackMessage>>(
                session =>
                {
                    var found = Find(session, queue, max, now);
                    for (var i = 0; i < found.Count; i++)
                    {
                        found[i] = Hold(session, found[i], visible);
                    }

                    return found;
                },
                cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<CallbackMessage>> PeekAsync(string queue, int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.Now;
        return Task.FromResult<IReadOnlyList<CallbackMessage>>(database.Read(session => Find(session, queue, max, now)));
    }

    /// <inheritdoc />
    public Task<bool> DeleteAsync(string queue, string id, string receipt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                using var remove = session.Use("DELETE FROM callback_messages WHERE number = ?1 AND queue = ?2 AND receipt = ?3");
                return remove.Bind(1, VersionNumbers.Of(id)).Bind(2, queue).Bind(3, VersionNumbers.Of(receipt)).Run() > 0;
            },
            cancellationToken);

    private static long Add(Session session, string queue, string text, long now)
    {
        using (var expire = session.Use("DELETE FROM callback_messages WHERE expires <= ?1"))
        {
            expire.Bind(1, now).Run();
        }

        var number = session.NextVersion();
        using var add = session.Use(
            "INSERT INTO callback_messages (number, queue, visible, sent, expires, receipt, deliveries, text) "
            + "VALUES (?1, ?2, ?3, ?3, ?4, ?1, 0, ?5)");
        add.Bind(1, number).Bind(2, queue).Bind(3, now).Bind(4, now + (long)TimeToLive.TotalMilliseconds).Bind(5, text).Run();
        return number;
    }

    private List<CallbackMessage> Find(Session session, string queue, int max, long now)
    {
        using var find = session.Use(
            "SELECT number, text, sent, deliveries FROM callback_messages "
            + "WHERE queue = ?1 AND visible <= ?2 AND expires > ?2 ORDER BY visible, number LIMIT ?3");
        find.Bind(1, queue).Bind(2, now).Bind(3, max);
        var found = new List<CallbackMessage>();
        while (find.Step())
        {
            var sent = clock.DayTimeOf(find.Number(2));
            var id = VersionNumbers.Text(find.Number(0));
            found.Add(new CallbackMessage(id, Receipt: null, find.Text(1), sent, find.Number(3)));
        }

        return found;
    }

    private static CallbackMessage Hold(Session session, CallbackMessage message, long visible)
    {
        var receipt = session.NextVersion();
        using var hold = session.Use(
            "UPDATE callback_messages SET visible = ?2, receipt = ?3, deliveries = deliveries + 1 WHERE number = ?1");
        hold.Bind(1, VersionNumbers.Of(message.Id)).Bind(2, visible).Bind(3, receipt).Run();
        return message with { Receipt = VersionNumbers.Text(receipt), DeliveryCount = message.DeliveryCount + 1 };
    }
}
