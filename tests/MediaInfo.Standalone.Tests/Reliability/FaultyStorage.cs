using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>The emulator behind proxies that, once told to, spoil and delay requests by chance.</summary>
public sealed class FaultyStorage : IDisposable
{
    private readonly Random _random = new(Scale.Seed);
    private readonly InterferingProxy _blobs;
    private readonly InterferingProxy _queues;
    private int _spoiled;

    /// <summary>Stands before the emulator, and does nothing yet.</summary>
    public FaultyStorage(AzuriteProcess azurite)
    {
        _blobs = new InterferingProxy(azurite.BlobEndpoint);
        _queues = new InterferingProxy(azurite.QueueEndpoint);
    }

    /// <summary>Connects to the proxies.</summary>
    public string ConnectionString => AzuriteProcess.ConnectionStringTo(_blobs.Address, _queues.Address);

    /// <summary>How many requests came.</summary>
    public int Requests => _blobs.Requests + _queues.Requests;

    /// <summary>How many of them were spoiled.</summary>
    public int Spoiled => _spoiled;

    /// <summary>Spoils so many of a hundred requests from now on.</summary>
    public void Spoil(int percent) => _blobs.Rule = _queues.Rule = _ => Next(100) < percent ? Fault() : Interference.None;

    /// <summary>Delays requests by up to so many milliseconds from now on.</summary>
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
