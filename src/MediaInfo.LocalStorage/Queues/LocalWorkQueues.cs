using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.LocalStorage.Database;
using Microsoft.Extensions.Logging;

namespace MediaInfo.LocalStorage.Queues;

/// <summary>The queues of this service in the database.</summary>
public sealed class LocalWorkQueues : IWorkQueues
{
    private readonly LocalDatabase _database;
    private readonly QueueClock _clock;
    private readonly ILogger<LocalWorkQueue> _log;

    /// <summary>Creates the queues; the database need not be open yet.</summary>
    public LocalWorkQueues(LocalDatabase database, QueueClock clock, ILogger<LocalWorkQueue> log)
    {
        (_database, _clock, _log) = (database, clock, log);
        Analyses = new LocalWorkQueue(database, StorageNames.Analyses, new QueueBands(AnalysisJob.Bands), clock, log);
        Callbacks = new LocalWorkQueue(database, StorageNames.Callbacks, new QueueBands([0]), clock, log);
    }

    /// <inheritdoc />
    public IWorkQueue Analyses { get; }

    /// <inheritdoc />
    public IWorkQueue Calls => Analyses;

    /// <inheritdoc />
    public IWorkQueue Callbacks { get; }

    /// <summary>
    /// Makes the messages visible that an earlier process held when it ended. Only one process uses the database, so nobody holds
    /// them.
    /// </summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _clock.GoOnFrom(_database);
        var count = await _database.WriteAsync(
            session =>
            {
                // By their age again, as if they had never been taken.
                using var release = session.Use("UPDATE messages SET visible = sent, held = 0 WHERE held = 1");
                return release.Run();
            },
            cancellationToken);
        if (count > 0)
        {
            _log.Released(count);
        }
    }
}
