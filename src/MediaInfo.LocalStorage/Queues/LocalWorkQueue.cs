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

    /// <inheritdoc />
    public Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var (band, now, visible) = (bands.Of(item.Priority), clock.Now, clock.In(item.Delay));
        return database.WriteAsync(session => _table.Add(session, item, band, now, visible), cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (now, visible) = (clock.Now, clock.In(visibilityTimeout));

        // A look at an empty queue must not make the writer work.
        return room.Total == 0 || !database.Read(session => _table.HasAny(session, room, now))
            ? Task.FromResult<IReadOnlyList<WorkMessage>>([])
            : database.WriteSoonAsync(session => _table.Take(session, room, now, visible), cancellationToken);
    }

    /// <inheritdoc />
    public Task<WorkMessage?> RenewAsync(
        WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var visible = clock.In(visibilityTimeout);
        return database.WriteSoonAsync(session => MessageTable.Renew(session, message, visible), cancellationToken);
    }

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        database.WriteSoonAsync(session => MessageTable.Remove(session, message), cancellationToken);

    /// <inheritdoc />
    public async Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (await database.WriteAsync(session => _table.Poison(session, message, now), cancellationToken))
        {
            log.Poisoned(message.Id, name, message.DeliveryCount);
        }
    }
}
