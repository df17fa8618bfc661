using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>Tracks which lanes exist, and moves messages from shared queues into them.</summary>
/// <remarks>
/// The first message creates a lane. Lanes created by other processes are found by the next listing, which is one transaction for
/// any number of lanes. Shared queues are those of earlier versions, and the one that a host's trigger listens to. They may still
/// hold messages when a process of this kind takes over, or while one of the other kind runs; these are moved into the lanes.
/// </remarks>
/// <param name="list">Lists the names of the existing queues.</param>
/// <param name="shared">The shared queues, each with the priority of its messages.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Reports that lanes could not be listed; all of them are then polled.</param>
public sealed class LaneDirectory(
    Func<CancellationToken, Task<IReadOnlyList<string>>> list,
    IReadOnlyDictionary<string, (IWorkQueue Queue, int Priority)> shared,
    TimeProvider time,
    ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SortingHold = TimeSpan.FromMinutes(1);
    private const int Batch = 32;

    private readonly Dictionary<string, StorageLane> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StorageLane> _shared = shared.ToDictionary(
        pair => pair.Key,
        pair => new StorageLane(pair.Value.Queue, account: "", pair.Value.Priority, time),
        StringComparer.Ordinal);

    private long? _listedAt;

    /// <summary>Adds a known lane, before the first listing.</summary>
    public void Add(string name, StorageLane lane) => _lanes.Add(name, lane);

    /// <summary>Lists lanes and moves messages from shared queues, if due.</summary>
    /// <param name="sorted">Receives the messages of the shared queues.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task RefreshAsync(IWorkQueue sorted, CancellationToken cancellationToken)
    {
        if (_listedAt is not { } at || time.GetElapsedTime(at) >= Pause)
        {
            var now = time.GetTimestamp();
            await ListAsync(cancellationToken);
            _listedAt = now;
        }

        foreach (var queue in _shared.Values.Where(queue => queue.IsDue(Pause)))
        {
            await SortAsync(queue, sorted, cancellationToken);
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        IEnumerable<StorageLane> there;
        try
        {
            var names = await list(cancellationToken);
            there = names.Select(name => _lanes.GetValueOrDefault(name) ?? _shared.GetValueOrDefault(name)).OfType<StorageLane>();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LanesNotListed(e);
            there = _lanes.Values.Concat(_shared.Values);
        }

        foreach (var lane in there)
        {
            lane.IsThere = true;
        }
    }

    // Send before removing: a crash in between duplicates a message, which all handlers tolerate.
    private static async Task SortAsync(StorageLane from, IWorkQueue sorted, CancellationToken cancellationToken)
    {
        foreach (var message in await from.ReceiveAsync(Batch, SortingHold, cancellationToken))
        {
            if (Messages.AccountOf(message.Text) is { } account)
            {
                await sorted.SendAsync(new WorkItem(account, message.Text) { Priority = message.Priority }, cancellationToken);
                await from.CompleteAsync(message, cancellationToken);
            }
            else
            {
                await from.PoisonAsync(message, cancellationToken);
            }
        }
    }
}
