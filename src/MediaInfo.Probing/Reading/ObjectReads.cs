using System.Collections.Concurrent;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>A job's reads from storage: its steps share cached bytes and each object's version.</summary>
public sealed class ObjectReads : IDisposable
{
    private readonly ConcurrentDictionary<string, CachedObject> _objects = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Reads of a job's object and of other objects in its bucket.</summary>
    public ObjectReads(ObjectRef source, IObjectStore store, CacheMemory memory, ProbeOptions options, TimeProvider time)
    {
        (Source, Store, StorageTimeLimit, Time) = (source, store, options.StorageTimeLimit, time);
        (Cache, Closed) = (new BlockCache(memory), _closed.Token);
    }

    /// <summary>The job's object.</summary>
    public ObjectRef Source { get; }

    /// <summary>The version being read of the job's object; null before the first read.</summary>
    public string? SourceETag => Seen.GetValueOrDefault(Source.Key)?.ETag;

    /// <summary>Whether no other object was read, such as a segment of a playlist.</summary>
    public bool IsSourceOnly => Seen.Count == 1 && Seen.ContainsKey(Source.Key);

    /// <summary>Bytes cached now.</summary>
    public long CachedBytes => Cache.Bytes;

    /// <summary>Where objects come from.</summary>
    internal IObjectStore Store { get; }

    /// <summary>How long storage may take to answer, and for each block after that.</summary>
    internal TimeSpan StorageTimeLimit { get; }

    /// <summary>The clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>The bytes read.</summary>
    internal BlockCache Cache { get; }

    /// <summary>Cancelled on disposal.</summary>
    internal CancellationToken Closed { get; }

    /// <summary>Each object's properties at its first read.</summary>
    internal ConcurrentDictionary<string, ObjectProperties> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>An object of the bucket.</summary>
    internal CachedObject this[string key] => _objects.GetOrAdd(key, static (key, reads) => new CachedObject(key, reads), this);

    /// <summary>Stops feeds that only this payer wanted.</summary>
    internal void Leave(IReadPayer payer)
    {
        foreach (var cached in _objects.Values)
        {
            cached.Leave(payer);
        }
    }

    /// <summary>Ends every read and drops every byte.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        Cache.Close();
        _closed.Dispose();
    }
}
