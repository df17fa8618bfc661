namespace MediaInfo.Core.Messaging;

/// <summary>Looks into one queue for all receives of this process that wait for its messages.</summary>
/// <param name="queue">The queue.</param>
/// <param name="queues">The port.</param>
/// <param name="pauses">How long to pause between two looks.</param>
/// <param name="time">The clock.</param>
/// <param name="shared">The lock of all pollers. <see cref="Add"/>, <see cref="Start"/> and <see cref="Wake"/> need it.</param>
/// <param name="ended">Called under the lock once nobody waits any more. The poller is not used again.</param>
internal sealed class QueuePoller(
    string queue, IMessageQueues queues, PollingPauses pauses, TimeProvider time, Lock shared, Action ended)
{
    private const int LargestBatch = 16;

    private readonly LinkedList<QueueWaiter> _waiters = [];
    private TaskCompletionSource _wake = NewWake();

    /// <summary>Puts the receive in line, and looks soon.</summary>
    public void Add(QueueWaiter waiter)
    {
        _waiters.AddLast(waiter);
        Wake();
    }

    /// <summary>Begins to look.</summary>
    public void Start() => _ = RunAsync();

    /// <summary>Ends the pause.</summary>
    public void Wake() => _wake.TrySetResult();

    /// <summary>Takes the receive out of the line. False if it has been given its result already.</summary>
    public bool Leave(QueueWaiter waiter)
    {
        lock (shared)
        {
            var isThere = _waiters.Remove(waiter);
            if (_waiters.Count == 0)
            {
                Wake();
            }

            return isThere;
        }
    }

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        // The caller holds the lock.
        await Task.Yield();
        try
        {
            var looks = -1;
            while (await PauseAsync(pauses.After(Math.Max(looks, 0))))
            {
                if (await LookAsync() is not { } found)
                {
                    End().ForEach(waiter => waiter.Give(null));
                    return;
                }

                looks = found ? 0 : looks + 1;
            }
        }
        catch (Exception fault)
        {
            // The waiters' callers report it.
            End().ForEach(waiter => waiter.Fail(fault));
        }
    }

    // False once nobody waits any more.
    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await _wake.Task.WaitAsync(pause, time);
        }
        catch (TimeoutException)
        {
            // Nothing was sent in this process; another one may have sent something.
        }

        lock (shared)
        {
            _wake = NewWake();
            if (_waiters.Count > 0)
            {
                return true;
            }

            ended();
            return false;
        }
    }

    // Whether there was a message; null without the queue.
    private async Task<bool?> LookAsync()
    {
        QueueWaiter[] waiters;
        lock (shared)
        {
            waiters = [.. _waiters];
        }

        var wanted = Math.Min(waiters.Sum(waiter => waiter.Max), LargestBatch);
        if (wanted == 0)
        {
            return false;
        }

        if (await queues.ReceiveAsync(queue, wanted, waiters[0].Visibility, CancellationToken.None) is not { } found)
        {
            return null;
        }

        var left = new Queue<QueueMessage>(found);
        while (left.Count > 0 && TakeFirst() is { } next)
        {
            next.Give([.. Enumerable.Range(0, Math.Min(next.Max, left.Count)).Select(_ => left.Dequeue())]);
        }

        foreach (var message in left)
        {
            await queues.HideMessageAsync(queue, message.Id, message.Receipt!, TimeSpan.Zero, CancellationToken.None);
        }

        return found.Count > 0;
    }

    private QueueWaiter? TakeFirst()
    {
        lock (shared)
        {
            var first = _waiters.First?.Value;
            if (first is not null)
            {
                _waiters.RemoveFirst();
            }

            return first;
        }
    }

    private List<QueueWaiter> End()
    {
        lock (shared)
        {
            List<QueueWaiter> all = [.. _waiters];
            _waiters.Clear();
            ended();
            return all;
        }
    }
}
