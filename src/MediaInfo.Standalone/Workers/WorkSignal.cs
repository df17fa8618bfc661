namespace MediaInfo.Standalone.Workers;

/// <summary>Wakes a worker of this process when work for it was queued here, so that it need not wait for its next look.</summary>
public sealed class WorkSignal(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _raised = new(initialCount: 0, maxCount: 1);

    /// <summary>Wakes the worker, now or when it next waits.</summary>
    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised already; once is enough.
        }
    }

    /// <summary>Returns when raised, or after the pause, which may be infinite.</summary>
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
            // The pause is over: time for a look.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}
