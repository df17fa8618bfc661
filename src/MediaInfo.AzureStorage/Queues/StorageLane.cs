using MediaInfo.Core.Queues;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>The queue of one account and priority, and whether it is worth a look now.</summary>
/// <remarks>
/// A look costs a storage transaction and mostly finds nothing. So a lane that a look has emptied is left alone for a while,
/// unless this process sends something to it.
/// </remarks>
public sealed class StorageLane(IWorkQueue queue, string account, int priority, TimeProvider time)
{
    private volatile bool _isThere;
    private int _sent = 1;
    private int _seen;
    private long _lookedAt;

    /// <summary>Whether the queue is there. One that nobody has ever used is not, and is worth no look.</summary>
    public bool IsThere
    {
        get => _isThere;
        set => _isThere = value;
    }

    /// <summary>
    /// Whether a message is likely to wait: the last look got all that it asked for, or this process sent something since.
    /// </summary>
    public bool IsHot => IsThere && Volatile.Read(ref _sent) != Volatile.Read(ref _seen);

    /// <summary>Whether a look is due.</summary>
    /// <param name="pause">How long a lane that was emptied is left alone.</param>
    public bool IsDue(TimeSpan pause) => IsHot || (IsThere && time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= pause);

    /// <summary>Sends a message.</summary>
    public async Task SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await queue.SendAsync(item, cancellationToken);
        IsThere = true;
        if (item.Delay == TimeSpan.Zero)
        {
            Interlocked.Increment(ref _sent);
        }
    }

    /// <summary>Takes at most so many messages.</summary>
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
