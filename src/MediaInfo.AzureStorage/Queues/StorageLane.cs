using MediaInfo.Core.Queues;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>The queue of one account and band, with the state that decides when to poll it.</summary>
/// <remarks>
/// A poll costs a storage transaction and usually finds nothing. A lane found empty is therefore not polled for a while, unless
/// this process sends something to it.
/// </remarks>
public sealed class StorageLane(IWorkQueue queue, string account, int priority, TimeProvider time)
{
    private volatile bool _isThere;
    private int _sent = 1;
    private int _seen;
    private long _lookedAt;

    /// <summary>Whether the queue exists. A queue that was never used does not, and is not polled.</summary>
    public bool IsThere
    {
        get => _isThere;
        set => _isThere = value;
    }

    /// <summary>
    /// Whether a message is probably waiting: the last poll returned as many as requested, or this process has sent one since.
    /// </summary>
    public bool IsHot => IsThere && Volatile.Read(ref _sent) != Volatile.Read(ref _seen);

    /// <summary>Whether a poll is due.</summary>
    /// <param name="pause">How long an empty lane is not polled.</param>
    public bool IsDue(TimeSpan pause) => IsHot || (IsThere && time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= pause);

    /// <summary>Sends a message.</summary>
    public async Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var sent = await queue.SendAsync(item, cancellationToken);
        IsThere = true;
        if (item.Delay == TimeSpan.Zero)
        {
            Interlocked.Increment(ref _sent);
        }

        return OfThisLane(sent);
    }

    /// <summary>Receives messages up to a maximum.</summary>
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        int max, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var (sent, lookedAt) = (Volatile.Read(ref _sent), time.GetTimestamp());
        var messages = await queue.ReceiveAsync(Room.For(max, account), visibilityTimeout, cancellationToken);
        Volatile.Write(ref _lookedAt, lookedAt);
        Volatile.Write(ref _seen, messages.Count < max ? sent : sent - 1);
        return [.. messages.Select(OfThisLane)];
    }

    /// <inheritdoc cref="IWorkQueue.RenewAsync" />
    public async Task<WorkMessage?> RenewAsync(
        WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        await queue.RenewAsync(message, visibilityTimeout, cancellationToken) is { } renewed ? OfThisLane(renewed) : null;

    /// <inheritdoc cref="IWorkQueue.CompleteAsync" />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        queue.CompleteAsync(message, cancellationToken);

    /// <inheritdoc cref="IWorkQueue.PoisonAsync" />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) =>
        queue.PoisonAsync(message, cancellationToken);

    private WorkMessage OfThisLane(WorkMessage message) => message with { Account = account, Priority = priority };
}
