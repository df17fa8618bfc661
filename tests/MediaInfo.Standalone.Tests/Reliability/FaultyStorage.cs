using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>The emulator behind proxies that, when switched on, randomly spoil and delay requests.</summary>
public sealed class FaultyStorage : IDisposable
{
    private readonly Random _random = new(Scale.Seed);
    private readonly InterferingProxy _blobs;
    private readonly InterferingProxy _queues;
    private int _spoiled;

    /// <summary>Starts the proxies in front of the emulator. They do nothing yet.</summary>
    public FaultyStorage(AzuriteProcess azurite)
    {
        _blobs = new InterferingProxy(azurite.BlobEndpoint);
        _queues = new InterferingProxy(azurite.QueueEndpoint);
    }

    /// <summary>The connection string of the proxies.</summary>
    public string ConnectionString => AzuriteProcess.ConnectionStringTo(_blobs.Address, _queues.Address);

    /// <summary>The number of requests.</summary>
    public int Requests => _blobs.Requests + _queues.Requests;

    /// <summary>The number of spoiled requests.</summary>
    public int Spoiled => _spoiled;

    /// <summary>From now on, spoils that percentage of the requests.</summary>
    public void Spoil(int percent) => _blobs.Rule = _queues.Rule = _ => Next(100) < percent ? Fault() : Interference.None;

    /// <summary>From now on, delays requests by up to that many milliseconds.</summary>
    public void Slow(int milliseconds) => _blobs.Delay = _queues.Delay = _ => TimeSpan.FromMilliseconds(Next(milliseconds));

    /// <inheritdoc />
    public void Dispose()
    {
        _blobs.Dispose();
        _queues.Dispose();
    }

    private Interference Fault()
    {
        Interlocked.Increment(ref _spoiled);
        return Next(10) switch
        {
            < 4 => Interference.Overload,
            < 6 => Interference.Fail,
            < 8 => Interference.LoseAnswer,
            8 => Interference.BreakBody,
            _ => Interference.Cut,
        };
    }

    private int Next(int limit)
    {
        lock (_random)
        {
            return _random.Next(limit);
        }
    }
}
