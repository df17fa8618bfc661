namespace MediaInfo.Api.Gateway;

/// <summary>A number of requests that refills evenly: as many a second, and at most as many at once. Not thread-safe.</summary>
/// <param name="perSecond">Requests a second, at least one.</param>
/// <param name="time">Measures elapsed time.</param>
internal sealed class RateBucket(int perSecond, TimeProvider time)
{
    private const double RoundingError = 1e-6;

    // Refused callers are told moments one after another, so that they don't all come back for the same request. Nobody is told
    // to wait longer than this, however many there are.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _step = TimeSpan.FromSeconds(1.0 / perSecond);
    private double _left = perSecond;
    private double _told;
    private long _refilled = time.GetTimestamp();

    /// <summary>Whether a request is left.</summary>
    public bool HasOne
    {
        get
        {
            Refill();
            return _left >= 1 - RoundingError;
        }
    }

    /// <summary>Takes the request that <see cref="HasOne"/> found.</summary>
    public void Take() => _left--;

    /// <summary>How long this refused caller should wait: more than zero, and at most a second.</summary>
    public TimeSpan Refuse()
    {
        Refill();
        var wait = _step * (1 - _left + _told);
        if (wait > LongestWait)
        {
            return LongestWait;
        }

        _told++;
        return wait;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        var more = time.GetElapsedTime(_refilled, now) / _step;
        _left = Math.Min(perSecond, _left + more);
        _told = Math.Max(0, _told - more);
        _refilled = now;
    }
}
