using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>Knows which lanes are there, and sorts into them what waits in the queues of all accounts.</summary>
/// <remarks>
/// A lane is made by its first message. That of another process is known after the next list, which is one transaction however
/// many lanes there are. Shared queues are those of versions before, and the one of a host that has a trigger on it: what they
/// hold when a process of this kind takes over, or while one of the other kind still runs, is sorted
/// into the lanes.
/// </remarks>
/// <param name="list">The names of the queues that are there.</param>
/// <param name="shared">The queues of all accounts, with the priority of what is in them.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told where lanes can't be listed: then all are looked at.</param>
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

    /// <summary>Puts a lane down, before the first list.</summary>
    public void Add(string name, StorageLane lane) => _lanes.Add(name, lane);

    /// <summary>Lists and sorts, if that is due.</summary>
    /// <param name="sorted">Where what was in the shared queues goes to.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
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

    // Sent before it is removed: a crash in between repeats a message, which every handler bears.
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
