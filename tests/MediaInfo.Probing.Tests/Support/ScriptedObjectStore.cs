using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Objects in memory. Records every requested range, and lets a test change the answers.</summary>
internal sealed class ScriptedObjectStore : IObjectStore
{
    private readonly Lock _lock = new();
    private readonly List<(long Offset, long Count)> _requests = [];
    private readonly InMemoryObjectStore _objects = new();

    /// <summary>Every range, in order.</summary>
    public IReadOnlyList<(long Offset, long Count)> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Called before a request is answered, with its number from 1.</summary>
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Transforms the body of an answer, by the request's number.</summary>
    public Func<int, Stream, Stream> Content { get; set; } = (_, content) => content;

    public void Put(ObjectRef source, byte[] content) => _objects.Put(source, content);

    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        int number;
        lock (_lock)
        {
            _requests.Add((offset, count));
            number = _requests.Count;
        }

        await Before(number, cancellationToken);
        var read = await _objects.ReadAsync(source, offset, count, etag, cancellationToken);
        return read.Status == ObjectReadStatus.Ok ? ObjectRead.Found(read.Properties!, Content(number, read.Content)) : read;
    }

    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) =>
        _objects.FindAsync(source, cancellationToken);

    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        _objects.ListAsync(bucket, prefix, cancellationToken);
}
