namespace MediaInfo.Probing.Reading;

/// <summary>Limits how long storage may take to answer and for each block of the body, so a stalled request is retried.</summary>
/// <remarks>Only time spent waiting for storage counts: a feed may pause while nobody wants more of it.</remarks>
internal sealed class StoragePatience : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly CancellationToken _abandoned;
    private readonly CancellationTokenSource _spent;
    private readonly CancellationTokenSource _ended;
    private TimeSpan _left;

    /// <summary>The patience for one request.</summary>
    /// <param name="limit">Time to answer, and for each block after that.</param>
    /// <param name="time">The clock.</param>
    /// <param name="abandoned">Cancelled when nobody waits any more.</param>
    public StoragePatience(TimeSpan limit, TimeProvider time, CancellationToken abandoned)
    {
        (_limit, _time, _abandoned, _left) = (limit, time, abandoned, limit);
        _spent = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(_spent.Token, abandoned);
    }

    /// <summary>Restores the full limit after progress.</summary>
    public void Renew() => _left = _limit;

    /// <summary>Waits for storage.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> answer)
    {
        var began = _time.GetTimestamp();
        _spent.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        try
        {
            return await answer(_ended.Token);
        }
        catch (Exception e) when (_spent.IsCancellationRequested && !_abandoned.IsCancellationRequested)
        {
            throw new TimeoutException($"Storage made no progress for {_limit.TotalSeconds:0} seconds", e);
        }
        finally
        {
            _left -= _time.GetElapsedTime(began);
            _spent.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ended.Dispose();
        _spent.Dispose();
    }
}
