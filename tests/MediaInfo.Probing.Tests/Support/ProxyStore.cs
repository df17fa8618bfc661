using System.Collections.Concurrent;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Objects in memory. Records every request, and lets a test change the answers.</summary>
public sealed class ProxyStore : IObjectStore
{
    private readonly ConcurrentQueue<StoreRequest> _requests = new();
    private readonly InMemoryObjectStore _objects = new();

    /// <summary>Every requested range, in order.</summary>
    public IReadOnlyList<StoreRequest> Requests => [.. _requests];

    /// <summary>The stored media type of every object.</summary>
    public string? ContentType { get; set; }

    /// <summary>How the objects of the given keys are compressed.</summary>
    public IDictionary<string, string> ContentEncodings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Called before a request is answered, with its number from 1.</summary>
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Transforms the body of an answer, by the request's number.</summary>
    public Func<int, Stream, Stream> Content { get; set; } = (_, content) => content;

    public void Put(ObjectRef source, byte[] content) => _objects.Put(source, content);

    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        _requests.Enqueue(new StoreRequest(source, offset, count, etag));
        var number = _requests.Count;
        await Before(number, cancellationToken);
        var read = await _objects.ReadAsync(source, offset, count, etag, cancellationToken);
        return read.Status == ObjectReadStatus.Ok
            ? ObjectRead.Found(read.Properties! with
            {
                ContentType = ContentType,
                ContentEncoding = ContentEncodings.TryGetValue(source.Key, out var coding) ? coding : null,
            }, Content(number, read.Content))
            : read;
    }

    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        _objects.ListAsync(bucket, prefix, cancellationToken);

    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
        _objects.FindAsync(source, cancellationToken);
}
