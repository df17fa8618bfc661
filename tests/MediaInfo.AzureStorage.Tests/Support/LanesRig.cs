using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.AzureStorage.Tests.Support;

/// <summary>
/// Job lanes over in-memory queues, with a clock that the test moves. A queue exists once a message was sent to it.
/// </summary>
public sealed class LanesRig
{
    /// <summary>How long an empty lane is not polled.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, InMemoryWorkQueue> _queues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _there = new(StringComparer.Ordinal);
    private readonly string[] _accounts;

    public LanesRig(params string[] accounts)
    {
        _accounts = accounts;
        Lanes = NewProcess();
    }

    public ManualTimeProvider Time { get; } = new();

    /// <summary>The lanes of the process under test.</summary>
    public StorageLanes Lanes { get; }

    /// <summary>How often the lanes were listed.</summary>
    public int Lists { get; private set; }

    /// <summary>Makes listing fail.</summary>
    public Outage Listing { get; } = new();

    /// <summary>How often a lane was polled.</summary>
    public int Looks => _queues.Values.Sum(queue => queue.Receives);

    /// <summary>The lanes of another process on the same queues.</summary>
    public StorageLanes NewProcess(TimeSpan? pause = null)
    {
        var names = StorageNames.AnalysesLanes;
        var shared = names.SharedOf(_accounts).ToDictionary(
            pair => pair.Key, pair => ((IWorkQueue)Queue(pair.Key), pair.Value), StringComparer.Ordinal);
        return new StorageLanes(
            names, _accounts, Queue, new LaneDirectory(ListAsync, shared, Time, NullLogger.Instance), pause ?? Pause, Time);
    }

    /// <summary>The queue of a lane.</summary>
    public InMemoryWorkQueue Queue(string account, int priority) => Queue(StorageNames.AnalysesLanes.Of(account, priority));

    /// <summary>The queue with that name.</summary>
    public InMemoryWorkQueue Queue(string name) =>
        _queues.TryGetValue(name, out var queue) ? queue : _queues[name] = new InMemoryWorkQueue(name, Time);

    /// <summary>Adds jobs from another process.</summary>
    public async Task ArriveAsync(string account, params (int Priority, string Text)[] jobs)
    {
        foreach (var (priority, text) in jobs)
        {
            MakeThere(account, priority);
            await Queue(account, priority).SendAsync(new WorkItem(account, text), default);
        }
    }

    /// <summary>Creates the queue of a lane.</summary>
    public void MakeThere(string account, int priority) => MakeThere(StorageNames.AnalysesLanes.Of(account, priority));

    /// <summary>Creates a queue.</summary>
    public void MakeThere(string name) => _there.Add(name);

    /// <summary>Creates the lanes of every priority for every account.</summary>
    public void MakeAllThere()
    {
        foreach (var account in _accounts)
        {
            foreach (var priority in StorageNames.AnalysesLanes.Priorities)
            {
                MakeThere(account, priority);
            }
        }
    }

    private Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        Lists++;
        try
        {
            Listing.Pass();
        }
        catch (IOException e)
        {
            return Task.FromException<IReadOnlyList<string>>(e);
        }

        return Task.FromResult<IReadOnlyList<string>>([.. _there]);
    }
}
