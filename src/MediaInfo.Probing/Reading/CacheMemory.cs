
namespace MediaInfo.Probing.Reading;

/// <summary>The cache memory shared by all jobs of this process.</summary>
public sealed class CacheMemory(ProbeOptions options)
{
    private long _bytes;

    /// <summary>Bytes held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Maximum bytes for one job.</summary>
    internal long PerJob => options.CacheBytesPerJob;

    /// <summary>
    /// Whether all jobs together hold more than allowed; each is then limited to <see cref="BlockCache.MinBytes"/>.
    /// </summary>
    internal bool IsFull => Bytes > options.CacheBytes;

    /// <summary>Records bytes taken or, if negative, returned.</summary>
    internal void Take(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
