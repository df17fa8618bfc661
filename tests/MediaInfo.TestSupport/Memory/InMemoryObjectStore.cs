using System.Collections.Concurrent;
using MediaInfo.Core.Objects;

namespace MediaInfo.TestSupport.Memory;

/// <summary>
/// Media objects in memory, read like blobs: in bounded ranges of a given version. A bucket exists if it has an object.
/// </summary>
public sealed class InMemoryObjectStore : IObjectStore
{
    private readonly ConcurrentDictionary<ObjectRef, (byte[] Content, ObjectProperties Properties)> _objects = new();
    private long _version;
    private int _requests;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>The number of requests.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Stores an object, or overwrites it with a new version.</summary>
    /// <param name="source">Its bucket and key.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="contentMd5">The MD5 that storage keeps, in lower-case hex; null for none.</param>
    public void Put(ObjectRef source, byte[] content, string? contentMd5 = null)
    {
        var etag = $"\"{Interlocked.Increment(ref _version)}\"";
        _objects[source] = (content, new ObjectProperties(content.Length, etag, ContentType: null, contentMd5));
    }

    /// <summary>Removes an object, if it is there.</summary>
    public void Remove(ObjectRef source) => _objects.TryRemove(source, out _);

    /// <inheritdoc />
    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        await PassAsync(cancellationToken);
        if (!_objects.TryGetValue(source, out var found))
        {
            return ObjectRead.None(ObjectReadStatus.NotFound);
        }

        if (etag is not null && !string.Equals(etag, found.Properties.ETag, StringComparison.Ordinal))
        {
            return ObjectRead.None(ObjectReadStatus.Changed);
        }

        if (offset >= found.Content.Length)
        {
            return ObjectRead.None(ObjectReadStatus.BehindEnd, found.Properties);
        }

        var length = (int)Math.Min(count, found.Content.Length - offset);
        return ObjectRead.Found(found.Properties, new MemoryStream(found.Content, (int)offset, length, writable: false));
    }

    /// <inheritdoc />
    public async Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        return _objects.TryGetValue(source, out var found) ? found.Properties : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        var own = _objects.Where(found => string.Equals(found.Key.Bucket, bucket, StringComparison.Ordinal)).ToList();
        if (own.Count == 0 || prefix.Length > ObjectRef.MaxKeyLength)
        {
            return null;
        }

        return own
            .Where(found => found.Key.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(found => found.Key.Key, found => found.Value.Properties.Size, StringComparer.Ordinal);
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _requests);
        Outage.Pass();
    }
}
