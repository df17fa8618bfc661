using System.Collections.Concurrent;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Objects in memory that keep every request, and do what a test wants with its answer.</summary>
public sealed class ProxyStore : IObjectStore
{
    private readonly ConcurrentQueue<StoreRequest> _requests = new();
    private readonly InMemoryObjectStore _objects = new();

    /// <summary>Every range that was asked for, in order.</summary>
    public IReadOnlyList<StoreRequest> Requests => [.. _requests];

    /// <summary>The stored type of every object.</summary>
    public string? ContentType { get; set; }

    /// <summary>Called with the number of a request, from 1, before it is answered.</summary>
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes the bytes of a request's answer.</summary>
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
            ? ObjectRead.Found(read.Properties! with { ContentType = ContentType }, Content(number, read.Content))
            : read;
    }

    public Task<IReadOnlyDictionary<string, long>?> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        _objects.ListAsync(bucket, prefix, cancellationToken);

    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
        _objects.FindAsync(source, cancellationToken);
}
