using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Queues;

/// <summary>Measures how long visible messages have waited. Messages being processed are invisible and not counted.</summary>
public sealed class LocalQueueAges(LocalDatabase database, QueueClock clock) : IQueueAges
{
    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.Now;
        return Task.FromResult(database.Read<IReadOnlyDictionary<string, DateTimeOffset?>>(session =>
        {
            var oldest = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal) { [StorageNames.Callbacks] = null };
            foreach (var band in AnalysisJob.Bands)
            {
                oldest[StorageNames.AnalysesOf(band)] = null;
            }

            using var list = session.Use(
                "SELECT queue, band, min(sent) FROM messages WHERE visible <= ?1 GROUP BY queue, band");
            list.Bind(1, now);
            while (list.Step())
            {
                var isCallback = string.Equals(list.Text(0), StorageNames.Callbacks, StringComparison.Ordinal);
                var name = isCallback ? StorageNames.Callbacks : StorageNames.AnalysesOf((int)list.Number(1));
                oldest[name] = clock.DayTimeOf(list.Number(2));
            }

            return oldest;
        }));
    }
}
