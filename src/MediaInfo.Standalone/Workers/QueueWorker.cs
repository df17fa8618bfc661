using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>Takes messages off a queue and handles them, as many at a time as the accounts' shares allow.</summary>
/// <remarks>
/// On a stop it takes no new messages and lets running work finish within the host's shutdown timeout. Work still running then is
/// cancelled and its messages are put back for another process.
/// </remarks>
/// <param name="queue">The queue.</param>
/// <param name="signal">
/// Wakes the worker when this process queues a message; the worker raises it too when it has room again.
/// </param>
/// <param name="handler">Handles a message.</param>
/// <param name="shares">How many messages of each account may run at a time.</param>
/// <param name="limits">The other limits.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Receives failures.</param>
public sealed class QueueWorker(
    IWorkQueue queue,
    WorkSignal signal,
    IMessageHandler handler,
    FairShares shares,
    QueueWorkerLimits limits,
    TimeProvider time,
    ILogger<QueueWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _abort = new();
    private List<Task> _running = [];

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var late = cancellationToken.Register(_abort.Cancel);
        await (ExecuteTask ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_running);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _abort.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var freed = shares.Freed;
            var room = shares.GetRoom();
            if (room.Total == 0)
            {
                await freed.WaitAsync(stoppingToken);
            }
            else if (await ReceiveAsync(room) is { Count: > 0 } messages)
            {
                Begin(messages);
                pause = ShortestPause;
            }
            else
            {
                await signal.WaitAsync(pause, stoppingToken);
                pause = pause * 2 < limits.IdlePause ? pause * 2 : limits.IdlePause;
            }
        }
    }

    // A stop does not cancel this: messages storage has already handed out would stay invisible to every worker.
    private async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(Room room)
    {
        try
        {
            return await queue.ReceiveAsync(room, limits.Delivery.VisibilityTimeout, _abort.Token);
        }
        catch (Exception e)
        {
            // Storage is unavailable: keep running and poll again.
            log.ReceiveFailed(e, queue.Name);
            return [];
        }
    }

    private void Begin(IReadOnlyList<WorkMessage> messages)
    {
        _running = [.. _running.Where(task => !task.IsCompleted)];
        foreach (var message in messages)
        {
            shares.Begin(message.Account);
            _running.Add(Task.Run(() => RunAsync(message), CancellationToken.None));
        }
    }

    private async Task RunAsync(WorkMessage message)
    {
        await new MessageDelivery(queue, handler, message, limits.Delivery, time, log).RunAsync(_abort.Token);
        shares.End(message.Account);
        signal.Raise();
    }
}
