using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>Takes messages off a queue, or several as one, and handles them, as many at a time as allowed.</summary>
/// <remarks>
/// Asked to stop, it takes no more and lets what runs end within the host's shutdown time; what then still runs is
/// cancelled, and its messages are put back for another process.
/// </remarks>
public sealed class QueueWorker(
    IWorkSource queue, WorkSignal signal, IMessageHandler handler, QueueWorkerLimits limits, TimeProvider time, ILogger<QueueWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private const int LargestBatch = 32;

    private readonly SemaphoreSlim _free = new(limits.Concurrency, limits.Concurrency);
    private readonly CancellationTokenSource _abort = new();

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var late = cancellationToken.Register(_abort.Cancel);

        // Every place free means that nothing runs any more.
        for (var place = 0; place < limits.Concurrency; place++)
        {
            await _free.WaitAsync(CancellationToken.None);
        }

        // For a second stop.
        _free.Release(limits.Concurrency);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _free.Dispose();
        _abort.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var (taken, more) = await TakeAsync(stoppingToken);
            if (taken > 0)
            {
                pause = ShortestPause;
            }

            if (!more)
            {
                await signal.WaitAsync(pause, stoppingToken);
                pause = pause * 2 < limits.IdlePause ? pause * 2 : limits.IdlePause;
            }
        }
    }

    // More is likely where every free place was filled. An empty look would be one storage transaction for nothing.
    private async Task<(int Taken, bool More)> TakeAsync(CancellationToken stoppingToken)
    {
        await _free.WaitAsync(stoppingToken);
        var places = 1;

        // Not cancelled by a stop: the places taken so far would never be given back.
        while (places < LargestBatch && await _free.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
            places++;
        }

        var messages = await ReceiveAsync(places);
        if (messages.Count < places)
        {
            _free.Release(places - messages.Count);
        }

        foreach (var message in messages)
        {
            _ = Task.Run(() => RunAsync(message), CancellationToken.None);
        }

        return (messages.Count, messages.Count == places);
    }

    // Not cancelled by a stop: messages that storage has handed out already would stay hidden from everybody.
    private async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(int max)
    {
        try
        {
            return await queue.ReceiveAsync(max, limits.VisibilityTimeout, _abort.Token);
        }
        catch (Exception e)
        {
            // Storage is away: the worker lives on and looks again.
            log.ReceiveFailed(e, queue.Name);
            return [];
        }
    }

    private async Task RunAsync(WorkMessage message)
    {
        await new MessageDelivery(queue, handler, message, limits, time, log).RunAsync(_abort.Token);
        _free.Release();
    }
}
