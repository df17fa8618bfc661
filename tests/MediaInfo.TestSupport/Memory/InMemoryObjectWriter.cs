using System.Collections.Concurrent;
using MediaInfo.Core.Objects;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Writes files into objects in memory, in buckets that were made.</summary>
public sealed class InMemoryObjectWriter(InMemoryObjectStore objects, params IReadOnlyList<string> buckets) : IObjectWriter
{
    private readonly ConcurrentDictionary<string, bool> _buckets =
        new(buckets.Select(bucket => KeyValuePair.Create(bucket, true)), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ObjectRef, string> _owners = new();

    /// <summary>Every file that was written and not removed, with its owner.</summary>
    public IReadOnlyDictionary<ObjectRef, string> Written => _owners;

    /// <inheritdoc />
    public Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        objects.Outage.Pass();
        if (!_buckets.ContainsKey(target.Bucket))
        {
            return Task.FromResult(ObjectWriteStatus.NotFound);
        }

        if (!string.Equals(_owners.GetOrAdd(target, owner), owner, StringComparison.Ordinal))
        {
            return Task.FromResult(ObjectWriteStatus.Occupied);
        }

        objects.Put(target, content.ToArray());
        return Task.FromResult(ObjectWriteStatus.Written);
    }

    /// <inheritdoc />
    public Task RemoveAsync(ObjectRef target, string owner, CancellationToken cancellationToken)
    {
        objects.Outage.Pass();
        if (_owners.TryRemove(KeyValuePair.Create(target, owner)))
        {
            objects.Remove(target);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        _buckets[bucket] = true;
        return Task.FromResult(true);
    }
}
