namespace MediaInfo.Standalone.Workers;

/// <summary>Wakes a worker of this process as soon as this process queues work, without waiting for the next poll.</summary>
public sealed class WorkSignal(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _raised = new(initialCount: 0, maxCount: 1);

    /// <summary>Wakes the worker, now or as soon as it next waits.</summary>
    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already raised.
        }
    }

    /// <summary>Returns when raised or after the pause, which may be infinite.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var pauseEnd = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pauseEnd.Token, cancellationToken);
        try
        {
            await _raised.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The pause is over: time to poll.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}
