using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>A queue that wakes this process's worker when this process sends a message.</summary>
public sealed class SignallingQueue(IWorkQueue queue, WorkSignal signal) : IWorkQueue
{
    /// <inheritdoc />
    public string Name => queue.Name;

    /// <summary>Raised by every send.</summary>
    public WorkSignal Signal => signal;

    /// <inheritdoc />
    public async Task SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await queue.SendAsync(item, cancellationToken);
        signal.Raise();
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        queue.ReceiveAsync(room, visibilityTimeout, cancellationToken);

    /// <inheritdoc />
    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        queue.RenewAsync(message, visibilityTimeout, cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        queue.CompleteAsync(message, cancellationToken);

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) =>
        queue.PoisonAsync(message, cancellationToken);
}
