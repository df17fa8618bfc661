using MediaInfo.Core.Queues;
using MediaInfo.LocalStorage.Database;
using Microsoft.Extensions.Logging;

namespace MediaInfo.LocalStorage.Queues;

/// <summary>The work of all accounts as one queue.</summary>
/// <remarks>
/// Receiving, renewing and completing do not wait for the disk: a loss of power may undo them, and the message is then delivered
/// once more. They do survive the end of the process, so a message that ends it is not delivered forever.
/// </remarks>
public sealed class LocalWorkQueue(
    LocalDatabase database, string name, QueueBands bands, QueueClock clock, ILogger<LocalWorkQueue> log) : IWorkQueue
{
    private readonly MessageTable _table = new(name, bands);

    /// <inheritdoc />
    public string Name => name;

    private long Now => clock.Now;

    /// <inheritdoc />
    public Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var (band, now) = (bands.Of(item.Priority), Now);
        return database.WriteAsync(
            session => _table.Add(session, item, band, now, now + Milliseconds(item.Delay)), cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = Now;

        // A look at an empty queue must not make the writer work.
        return room.Total == 0 || !database.Read(session => _table.HasAny(session, room, now))
            ? Task.FromResult<IReadOnlyList<WorkMessage>>([])
            : database.WriteSoonAsync(
                session => _table.Take(session, room, now, now + Milliseconds(visibilityTimeout)), cancellationToken);
    }

    /// <inheritdoc />
    public Task<WorkMessage?> RenewAsync(
        WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var visible = Now + Milliseconds(visibilityTimeout);
        return database.WriteSoonAsync(session => MessageTable.Renew(session, message, visible), cancellationToken);
    }

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        database.WriteSoonAsync(session => MessageTable.Remove(session, message), cancellationToken);

    /// <inheritdoc />
    public async Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken)
    {
        var now = Now;
        if (await database.WriteAsync(session => _table.Poison(session, message, now), cancellationToken))
        {
            log.Poisoned(message.Id, name, message.DeliveryCount);
        }
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}
