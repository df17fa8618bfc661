using System.Collections.Concurrent;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Hostile;

namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>Storage that holds a hostile sample and records every access to any object.</summary>
internal sealed class HostileStore(HostileSample sample, string bucket) : IObjectStore
{
    // Storage cannot report an endless object; a huge size comes close.
    private const long Endless = 1L << 50;

    private readonly ConcurrentQueue<ObjectRef> _accesses = new();

    /// <summary>Every requested object, in order.</summary>
    public IReadOnlyList<ObjectRef> Accesses => [.. _accesses];

    /// <inheritdoc />
    public Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        _accesses.Enqueue(source);
        var found = Find(source);
        return Task.FromResult(found switch
        {
            null => ObjectRead.None(ObjectReadStatus.NotFound),
            { } body when offset >= body.Size => ObjectRead.None(ObjectReadStatus.BehindEnd, Properties(body.Size)),
            { Forever: { } forever } body => ObjectRead.Found(
                Properties(body.Size), new ForeverStream(body.Content, forever, offset, Math.Min(count, body.Size - offset))),
            { } body => ObjectRead.Found(
                Properties(body.Size),
                new MemoryStream(body.Content, (int)offset, (int)Math.Min(count, body.Size - offset), writable: false)),
        });
    }

    /// <inheritdoc />
    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        _accesses.Enqueue(source);
        return Task.FromResult(Find(source) is { } body ? Properties(body.Size) : null);
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        _accesses.Enqueue(new ObjectRef(bucket, prefix));
        return Task.FromResult<IReadOnlyDictionary<string, long>?>(null);
    }

    private Body? Find(ObjectRef source) => source switch
    {
        _ when !string.Equals(source.Bucket, bucket, StringComparison.Ordinal) => Body.Of(Bytes.Clip("service.ts")),
        _ when string.Equals(source.Key, sample.Key, StringComparison.Ordinal) =>
            new Body(sample.Content, sample.Forever, sample.Forever is null ? sample.Content.Length : Endless),
        _ when string.Equals(source.Key, "good.mp4", StringComparison.Ordinal) => Body.Of(Bytes.Clip("sample.mp4")),
        _ => sample.Beside.TryGetValue(source.Key, out var beside) ? Body.Of(beside) : null,
    };

    private ObjectProperties Properties(long size) => new(size, "\"1\"", sample.ContentType, ContentMd5: null);

    private sealed record Body(byte[] Content, byte[]? Forever, long Size)
    {
        public static Body Of(byte[] content) => new(content, Forever: null, content.Length);
    }
}
