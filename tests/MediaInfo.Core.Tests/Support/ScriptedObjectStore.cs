using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Support;

/// <summary>Objects in memory that keep every range that was asked for, and do what a test wants with its answer.</summary>
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

    /// <summary>Called with the number of a request, from 1, before it is answered.</summary>
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes the bytes of a request's answer, by its number.</summary>
    public Func<int, Stream, Stream> Content { get; set; } = (_, content) => content;

    public void Put(ObjectRef source, byte[] content) => _objects.Put(source, content);

    public async Task<ObjectRead> ReadAsync(ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
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

    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken) => _objects.FindAsync(source, cancellationToken);

    public Task<IReadOnlyDictionary<string, long>?> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        _objects.ListAsync(bucket, prefix, cancellationToken);
}
