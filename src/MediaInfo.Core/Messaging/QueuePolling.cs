namespace MediaInfo.Core.Messaging;

/// <summary>Receives messages, and waits for them if there are none. A wait holds no thread.</summary>
/// <remarks>All receives of this process that wait for one queue share its looks.</remarks>
public sealed class QueuePolling
{
    private readonly IMessageQueues _queues;
    private readonly PollingPauses _pauses;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, QueuePoller> _pollers = new(StringComparer.Ordinal);

    /// <summary>Listens to the messages that this process sends.</summary>
    public QueuePolling(IMessageQueues queues, MessageArrivals arrivals, PollingPauses pauses, TimeProvider time)
    {
        (_queues, _pauses, _time) = (queues, pauses, time);
        arrivals.Subscribe(Wake);
    }

    /// <summary>Receives messages and hides them. Null if there is no such queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="max">The most messages, 1 to 16.</param>
    /// <param name="visibility">How long they stay hidden.</param>
    /// <param name="wait">How long to wait for the first one; zero looks once.</param>
    /// <param name="stop">Ends the wait as if its time were over.</param>
    /// <param name="cancellationToken">The caller is gone: messages that it would have got are visible again.</param>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<IReadOnlyList<QueueMessage>?> ReceiveAsync(
        string queue,
        int max,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken stop,
        CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
        {
            return await _queues.ReceiveAsync(queue, max, visibility, cancellationToken);
        }

        var waiter = new QueueWaiter(max, visibility);
        var poller = Join(queue, waiter);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        try
        {
            return await waiter.Result.WaitAsync(wait, _time, either.Token);
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            var messages = poller.Leave(waiter) ? [] : await waiter.Result;
            if (cancellationToken.IsCancellationRequested)
            {
                await ReleaseAsync(queue, messages ?? []);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return messages;
        }
    }

    private QueuePoller Join(string queue, QueueWaiter waiter)
    {
        lock (_lock)
        {
            if (_pollers.TryGetValue(queue, out var poller))
            {
                poller.Add(waiter);
                return poller;
            }

            poller = new QueuePoller(queue, _queues, _pauses, _time, _lock, ended: () => _pollers.Remove(queue));
            _pollers.Add(queue, poller);
            poller.Add(waiter);
            poller.Start();
            return poller;
        }
    }

    private async Task ReleaseAsync(string queue, IReadOnlyList<QueueMessage> messages)
    {
        foreach (var message in messages)
        {
            await _queues.HideMessageAsync(queue, message.Id, message.Receipt!, TimeSpan.Zero, CancellationToken.None);
        }
    }

    private void Wake(string queue)
    {
        lock (_lock)
        {
            _pollers.GetValueOrDefault(queue)?.Wake();
        }
    }
}
