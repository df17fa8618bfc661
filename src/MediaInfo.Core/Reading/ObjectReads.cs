using System.Collections.Concurrent;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;

namespace MediaInfo.Core.Reading;

/// <summary>A job's reads of storage: its steps share what was read, and the version of each object.</summary>
public sealed class ObjectReads : IDisposable
{
    private readonly ConcurrentDictionary<string, CachedObject> _objects = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Reads of a job's object, and of others in its bucket.</summary>
    public ObjectReads(ObjectRef source, IObjectStore store, CacheMemory memory, ProbeOptions options, TimeProvider time)
    {
        (Source, Store, StorageTimeLimit, Time) = (source, store, options.StorageTimeLimit, time);
        (Cache, Closed) = (new BlockCache(memory), _closed.Token);
    }

    /// <summary>The job's object.</summary>
    public ObjectRef Source { get; }

    /// <summary>The version of the job's object that is read; null before the first read.</summary>
    public string? SourceETag => Seen.GetValueOrDefault(Source.Key)?.ETag;

    /// <summary>Bytes that are kept now.</summary>
    public long CachedBytes => Cache.Bytes;

    /// <summary>Where objects come from.</summary>
    internal IObjectStore Store { get; }

    /// <summary>How long storage may take for an answer, and for each block of it.</summary>
    internal TimeSpan StorageTimeLimit { get; }

    /// <summary>The clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>What was read.</summary>
    internal BlockCache Cache { get; }

    /// <summary>Cancelled at the end.</summary>
    internal CancellationToken Closed { get; }

    /// <summary>Each object's properties as they were when it was read first.</summary>
    internal ConcurrentDictionary<string, ObjectProperties> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>An object of the bucket.</summary>
    internal CachedObject this[string key] => _objects.GetOrAdd(key, static (key, reads) => new CachedObject(key, reads), this);

    /// <summary>Stops what only this payer wanted.</summary>
    internal void Leave(IReadPayer payer)
    {
        foreach (var cached in _objects.Values)
        {
            cached.Leave(payer);
        }
    }

    /// <summary>Ends every read and forgets every byte.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        Cache.Close();
        _closed.Dispose();
    }
}
