using MediaInfo.Core.Probing;

namespace MediaInfo.Core.Reading;

/// <summary>What the caches of all jobs of this process may hold together.</summary>
public sealed class CacheMemory(ProbeOptions options)
{
    private long _bytes;

    /// <summary>Bytes held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Most bytes of one job.</summary>
    internal long PerJob => options.CacheBytesPerJob;

    /// <summary>Whether the jobs hold more than they may together; each then makes do with its <see cref="BlockCache.Least"/>.</summary>
    internal bool IsFull => Bytes > options.CacheBytes;

    /// <summary>Notes bytes taken, or with a negative number given back.</summary>
    internal void Take(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
