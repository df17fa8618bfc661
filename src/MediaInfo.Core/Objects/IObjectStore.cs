namespace MediaInfo.Core.Objects;

/// <summary>The media objects to analyse. Read-only: this service never writes to a bucket through it.</summary>
public interface IObjectStore
{
    /// <summary>Reads at most <paramref name="count"/> bytes from <paramref name="offset"/> on, in one request.</summary>
    /// <param name="source">The object.</param>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="count">At most so many bytes, at least 1.</param>
    /// <param name="etag">The version that must be read; null for the newest.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<ObjectRead> ReadAsync(ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken);

    /// <summary>The object's properties; null when it does not exist.</summary>
    Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken);

    /// <summary>The sizes in bytes of objects whose keys begin so, in one request: the first some thousands in order of their keys.</summary>
    /// <returns>Sizes by key; null where the bucket cannot be listed.</returns>
    Task<IReadOnlyDictionary<string, long>?> ListAsync(string bucket, string prefix, CancellationToken cancellationToken);
}
