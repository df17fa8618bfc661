namespace MediaInfo.Core.Queues;

/// <summary>The queue of one priority, and whether it is worth a look now.</summary>
/// <remarks>
/// A look costs a storage transaction and mostly finds nothing in nine lanes of ten. So a lane in which nothing was seen for
/// the pause is cold, and is looked at only once in every pause. It is hot again when a look finds a message or this process
/// sends one. Every lane is hot at first.
/// </remarks>
public sealed class PriorityLane(IWorkQueue queue, TimeSpan coldPause, TimeProvider time) : IWorkQueue
{
    private long _seenAt = time.GetTimestamp();
    private long _lookedAt = time.GetTimestamp();

    /// <inheritdoc />
    public string Name => queue.Name;

    /// <summary>Whether a look is due: the lane is hot, or its last look is a pause ago.</summary>
    public bool IsDue => IsPast(Volatile.Read(ref _lookedAt)) || !IsPast(Volatile.Read(ref _seenAt));

    /// <inheritdoc />
    public async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        await queue.SendAsync(text, cancellationToken);
        Volatile.Write(ref _seenAt, time.GetTimestamp());
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(int max, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var lookedAt = time.GetTimestamp();
        var messages = await queue.ReceiveAsync(max, visibilityTimeout, cancellationToken);
        Volatile.Write(ref _lookedAt, lookedAt);
        if (messages.Count > 0)
        {
            Volatile.Write(ref _seenAt, time.GetTimestamp());
        }

        return messages;
    }

    /// <inheritdoc />
    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        queue.RenewAsync(message, visibilityTimeout, cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) => queue.CompleteAsync(message, cancellationToken);

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) => queue.PoisonAsync(message, cancellationToken);

    private bool IsPast(long timestamp) => time.GetElapsedTime(timestamp) >= coldPause;
}
