using MediaInfo.Core.Messaging;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Queues;

namespace MediaInfo.LocalStorage.Messaging;

/// <summary>The message queues of accounts.</summary>
public sealed class LocalMessageQueues(LocalDatabase database, MessageArrivals arrivals, QueueClock clock) : IMessageQueues
{
    /// <summary>
    /// A message that this process sends wakes its receivers. The pauses matter only to messages that become visible again.
    /// </summary>
    public static PollingPauses Pauses { get; } = new([TimeSpan.FromMilliseconds(250)]);

    /// <inheritdoc />
    public int LargestBody => QueueSettings.LargestOfAll;

    /// <inheritdoc />
    public Task<QueueCreation> CreateAsync(string queue, QueueSettings settings, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return database.WriteAsync(
            session =>
            {
                if (QueueTable.Find(session, queue, clock) is { CreatedAt: not null } there)
                {
                    return there.Settings == settings ? QueueCreation.Same : QueueCreation.Different;
                }

                QueueTable.Put(session, queue, settings, now, now);
                return QueueCreation.Created;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task EnsureAsync(string queue, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            QueueTable.AddImplicit(session, queue);
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<bool> DeleteAsync(string queue, CancellationToken cancellationToken) =>
        database.WriteAsync(session => QueueTable.Remove(session, queue), cancellationToken);

    /// <inheritdoc />
    public Task<MessageQueue?> FindAsync(string queue, CancellationToken cancellationToken) =>
        ReadAsync(session => QueueTable.Find(session, queue, clock), cancellationToken);

    /// <inheritdoc />
    public Task<QueueCounts?> CountAsync(string queue, CancellationToken cancellationToken) => ReadAsync(
        session => QueueTable.Has(session, queue) ? QueuedMessages.Count(session, queue, clock.Now) : null, cancellationToken);

    /// <inheritdoc />
    public Task<bool> ChangeAsync(string queue, QueueSettingsChange change, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return database.WriteAsync(
            session =>
            {
                if (QueueTable.Find(session, queue, clock) is not { } there)
                {
                    return false;
                }

                QueueTable.Change(session, queue, change.ApplyTo(there.Settings), now);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        ReadAsync(session => QueueTable.List(session, prefix), cancellationToken);

    /// <inheritdoc />
    public async Task<SentMessage?> SendAsync(string queue, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var (now, visible) = (clock.Now, clock.In(message.Delay));
        var stored = new NewMessage(
            queue,
            message.Body,
            message.Priority,
            now,
            visible,
            visible + QueueTable.Milliseconds(message.Retention),
            IsForeign: false);
        var number = await database.WriteAsync<long?>(
            session => QueueTable.Has(session, queue) ? QueuedMessages.Add(session, stored) : null, cancellationToken);
        if (number is not { } id)
        {
            return null;
        }

        arrivals.Tell(queue);
        var text = VersionNumbers.Text(id);
        return new SentMessage(text, visible > now ? text : null);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<QueueMessage>?> ReceiveAsync(
        string queue, int max, TimeSpan visibility, CancellationToken cancellationToken)
    {
        var (now, visible) = (clock.Now, clock.In(visibility));
        var ready = await PeekAsync(queue, max: 1, cancellationToken);
        return ready is null or [] ? ready : await database.WriteSoonAsync<IReadOnlyList<QueueMessage>?>(
            session => [.. QueuedMessages.Find(session, queue, max, now, clock)
                .Select(message => QueuedMessages.Hold(session, message, now, visible, clock))],
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<QueueMessage>?> PeekAsync(string queue, int max, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<QueueMessage>?>(
            session => QueueTable.Has(session, queue) ? QueuedMessages.Find(session, queue, max, clock.Now, clock) : null,
            cancellationToken);

    /// <inheritdoc />
    public Task<HeldMessage> DeleteMessageAsync(
        string queue, string id, string receipt, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return database.WriteAsync(
            session => !QueueTable.Has(session, queue) ? new HeldMessage(HeldMessageStatus.NoQueue)
                : QueuedMessages.Remove(session, queue, id, receipt, now) ? new HeldMessage(HeldMessageStatus.Done)
                : new HeldMessage(HeldMessageStatus.Lost),
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<HeldMessage> HideMessageAsync(
        string queue, string id, string receipt, TimeSpan visibility, CancellationToken cancellationToken)
    {
        var (now, visible) = (clock.Now, clock.In(visibility));
        var held = await database.WriteAsync(
            session => !QueueTable.Has(session, queue) ? new HeldMessage(HeldMessageStatus.NoQueue)
                : QueuedMessages.HoldAgain(session, queue, id, receipt, now, visible) is { } next
                    ? new HeldMessage(HeldMessageStatus.Done, next, clock.DayTimeOf(visible))
                    : new HeldMessage(HeldMessageStatus.Lost),
            cancellationToken);
        if (held.Status == HeldMessageStatus.Done && visibility == TimeSpan.Zero)
        {
            arrivals.Tell(queue);
        }

        return held;
    }

    private Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(read));
    }
}
