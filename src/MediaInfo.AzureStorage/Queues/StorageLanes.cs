using System.Collections.Concurrent;
using MediaInfo.Core.Queues;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>The work of all accounts as one queue. Each account and band has a lane, which is a storage queue.</summary>
/// <remarks>
/// Storage hides received messages from all other processes at once. Any number of processes can therefore share the lanes
/// without locks, and none can block another. Each takes only as many messages as it has places for; the rest stay visible to
/// all.
/// </remarks>
public sealed class StorageLanes : IWorkQueue
{
    // The number of lanes polled per pause, however many there are.
    private const int LooksAPause = 10;
    private const int LargestBatch = 32;

    private readonly LaneNames _names;
    private readonly IReadOnlyCollection<string> _accounts;
    private readonly LaneDirectory _directory;
    private readonly TimeSpan _pause;
    private readonly Func<string, int, StorageLane> _open;
    private readonly ConcurrentDictionary<(string Account, int Priority), StorageLane> _lanes = new();

    /// <summary>Creates the lanes over their queues.</summary>
    /// <param name="names">The naming of the lanes.</param>
    /// <param name="accounts">The accounts whose lanes are polled.</param>
    /// <param name="queues">Opens the queue with a name.</param>
    /// <param name="directory">Tracks which queues exist.</param>
    /// <param name="pause">How long an empty lane is not polled; zero polls every lane every time.</param>
    /// <param name="time">The clock.</param>
    public StorageLanes(
        LaneNames names,
        IReadOnlyCollection<string> accounts,
        Func<string, IWorkQueue> queues,
        LaneDirectory directory,
        TimeSpan pause,
        TimeProvider time)
    {
        (_names, _accounts, _directory, _pause) = (names, accounts, directory, pause);
        _open = (account, priority) => new StorageLane(queues(names.Of(account, priority)), account, priority, time);
        foreach (var account in accounts)
        {
            foreach (var priority in names.Priorities)
            {
                directory.Add(names.Of(account, priority), Lane(account, priority));
            }
        }
    }

    /// <inheritdoc />
    public string Name => _names.Prefix + "*";

    /// <inheritdoc />
    public Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken) =>
        Lane(item.Account, item.Priority).SendAsync(item, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        await _directory.RefreshAsync(this, cancellationToken);
        if (room.Sent is { } sent)
        {
            Lane(sent.Account, sent.Priority).IsThere = true;
        }

        var pause = _pause * Math.Max(1, (double)AllLanes().Count(lane => lane.IsThere) / LooksAPause);
        var asked = room.Accounts
            .Where(account => IsDue(account, pause))
            .Select(account => (Account: account, Taken: 0))
            .ToList();
        var taken = new List<WorkMessage>();
        try
        {
            while (asked.Count > 0 && taken.Count < room.Total)
            {
                asked = await DealAsync(asked);
            }
        }
        catch (Exception) when (taken.Count > 0)
        {
            // Messages already received would stay hidden from everyone. If the failure persists, the next poll hits it.
        }

        return taken;

        // One round: each account gets a portion, so that the busy ones share the room. Accounts that used all of it may get
        // more.
        async Task<List<(string Account, int Taken)>> DealAsync(List<(string Account, int Taken)> accounts)
        {
            var busy = Math.Max(1, accounts.Count(asked => LanesOf(asked.Account).Any(lane => lane.IsHot)));
            var portion = (room.Total - taken.Count + busy - 1) / busy;
            var more = new List<(string Account, int Taken)>();
            foreach (var (account, before) in accounts)
            {
                var most = Math.Min(Math.Min(portion, room.Each - before), room.Total - taken.Count);
                if (most > 0 && await TakeAsync(account, most, pause, taken, visibilityTimeout, cancellationToken) == most)
                {
                    more.Add((account, before + most));
                }
            }

            return more;
        }
    }

    /// <inheritdoc />
    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        Lane(message).RenewAsync(message, visibilityTimeout, cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        Lane(message).CompleteAsync(message, cancellationToken);

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) =>
        Lane(message).PoisonAsync(message, cancellationToken);

    private async Task<int> TakeAsync(
        string account,
        int most,
        TimeSpan pause,
        List<WorkMessage> taken,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken)
    {
        var got = 0;
        foreach (var lane in LanesOf(account).Where(lane => lane.IsDue(pause)))
        {
            if (got == most)
            {
                break;
            }

            var messages = await lane.ReceiveAsync(Math.Min(most - got, LargestBatch), visibilityTimeout, cancellationToken);
            taken.AddRange(messages);
            got += messages.Count;
        }

        return got;
    }

    private bool IsDue(string account, TimeSpan pause) => LanesOf(account).Any(lane => lane.IsDue(pause));

    private IEnumerable<StorageLane> AllLanes() => _accounts.SelectMany(LanesOf);

    private IEnumerable<StorageLane> LanesOf(string account) => _names.Priorities.Select(priority => Lane(account, priority));

    private StorageLane Lane(WorkMessage message) => Lane(message.Account, message.Priority);

    private StorageLane Lane(string account, int priority) =>
        _lanes.GetOrAdd((account, _names.PriorityOf(priority)), key => _open(key.Account, key.Priority));
}
