using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>A queue that wakes this process's worker when this process sends a message.</summary>
public sealed class SignallingQueue(IWorkQueue queue, WorkSignal signal) : IWorkQueue
{
    /// <inheritdoc />
    public string Name => queue.Name;

    /// <summary>Raised when a message becomes visible by this process.</summary>
    public WorkSignal Signal => signal;

    /// <inheritdoc />
    public async Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var sent = await queue.SendAsync(item, cancellationToken);
        if (item.Delay == TimeSpan.Zero)
        {
            signal.Raise();
        }

        return sent;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        queue.ReceiveAsync(room, visibilityTimeout, cancellationToken);

    /// <inheritdoc />
    public async Task<WorkMessage?> RenewAsync(
        WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var renewed = await queue.RenewAsync(message, visibilityTimeout, cancellationToken);
        if (visibilityTimeout == TimeSpan.Zero)
        {
            signal.Raise();
        }

        return renewed;
    }

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        queue.CompleteAsync(message, cancellationToken);

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) =>
        queue.PoisonAsync(message, cancellationToken);
}
