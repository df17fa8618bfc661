using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.TestSupport.Memory;

/// <summary>
/// A queue in memory with the rules of storage queues: a message reappears when its visibility timeout ends, and only its last
/// receipt is valid. Accounts take turns, and within an account the highest band comes first.
/// </summary>
/// <param name="name">The queue's name.</param>
/// <param name="time">The clock.</param>
/// <param name="hasPriorities">Whether only the priorities of jobs are valid.</param>
public sealed class InMemoryWorkQueue(string name, TimeProvider time, bool hasPriorities = false) : IWorkQueue
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly List<string> _poison = [];
    private long _ids;
    private int _receives;

    /// <inheritdoc />
    public string Name => name;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>The texts of all messages on the queue, visible or not, oldest first.</summary>
    public IReadOnlyList<string> Texts => Locked(() => _entries.ConvertAll(entry => entry.Message.Text));

    /// <summary>The texts of all messages of a priority, visible or not, oldest first.</summary>
    public IReadOnlyList<string> TextsOf(int priority) => Locked(() =>
        _entries.Where(entry => entry.Message.Priority == priority).Select(entry => entry.Message.Text).ToList());

    /// <summary>The number of receive calls.</summary>
    public int Receives => Volatile.Read(ref _receives);

    /// <summary>The texts of all messages moved to the poison queue.</summary>
    public IReadOnlyList<string> Poison => Locked(() => _poison.ToList());

    /// <inheritdoc />
    public Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            if (hasPriorities && !AnalysisJob.Priorities.Contains(item.Priority))
            {
                throw new ArgumentOutOfRangeException(nameof(item), item.Priority, "The queue has no such priority");
            }

            var message = new WorkMessage(NewId(), Receipt: "", item.Text, DeliveryCount: 0)
            {
                Account = item.Account,
                Priority = item.Priority,
            };
            _entries.Add(new Entry(message, time.GetUtcNow() + item.Delay));
            return message;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<WorkMessage>>(
            () =>
            {
                _receives++;
                var taken = Dealt(room).ToList();
                taken.ForEach(entry => Hold(entry, entry.Message.DeliveryCount + 1, visibilityTimeout));
                return taken.ConvertAll(entry => entry.Message);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        CallAsync(
            () => Held(message) is { } entry ? Hold(entry, message.DeliveryCount, visibilityTimeout) : null, cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        CallAsync(() => Held(message) is { } entry && _entries.Remove(entry), cancellationToken);

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            _poison.Add(message.Text);
            return Held(message) is { } entry && _entries.Remove(entry);
        },
        cancellationToken);

    // The first message of each account, then the second of each, and so on.
    private IEnumerable<Entry> Dealt(Room room)
    {
        var now = time.GetUtcNow();
        return room.Accounts
            .SelectMany((account, turn) => _entries
                .Where(entry => entry.VisibleAt <= now && string.Equals(entry.Message.Account, account, StringComparison.Ordinal))
                .OrderByDescending(entry => AnalysisJob.Bands.Last(highest => highest >= entry.Message.Priority))
                .Take(room.Each)
                .Select((entry, round) => (Entry: entry, Round: round, Turn: turn)))
            .OrderBy(dealt => (dealt.Round, dealt.Turn))
            .Select(dealt => dealt.Entry)
            .Take(room.Total);
    }

    private Entry? Held(WorkMessage message) => _entries.Find(entry =>
        string.Equals(entry.Message.Id, message.Id, StringComparison.Ordinal)
        && string.Equals(entry.Message.Receipt, message.Receipt, StringComparison.Ordinal));

    private WorkMessage Hold(Entry entry, long deliveryCount, TimeSpan visibilityTimeout)
    {
        entry.Message = entry.Message with { Receipt = NewId(), DeliveryCount = deliveryCount };
        entry.VisibleAt = time.GetUtcNow() + visibilityTimeout;
        return entry.Message;
    }

    private string NewId() => $"{++_ids}";

    private async Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
        return Locked(call);
    }

    private T Locked<T>(Func<T> call)
    {
        lock (_lock)
        {
            return call();
        }
    }

    private sealed class Entry(WorkMessage message, DateTimeOffset visibleAt)
    {
        public WorkMessage Message { get; set; } = message;

        public DateTimeOffset VisibleAt { get; set; } = visibleAt;
    }
}
