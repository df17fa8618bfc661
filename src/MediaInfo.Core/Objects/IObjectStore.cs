namespace MediaInfo.Core.Objects;

/// <summary>Read-only access to the media objects to analyse.</summary>
public interface IObjectStore
{
    /// <summary>Reads at most <paramref name="count"/> bytes starting at <paramref name="offset"/>, in one request.</summary>
    /// <param name="source">The object.</param>
    /// <param name="offset">The first byte, from 0.</param>
    /// <param name="count">The maximum number of bytes, at least 1.</param>
    /// <param name="etag">The version to read; null for the newest.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset or the count is out of range.</exception>
    Task<ObjectRead> ReadAsync(ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken);

    /// <summary>The object's properties; null if it does not exist.</summary>
    Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken);

    /// <summary>The sizes in bytes of the objects with the prefix, in one request: the first few thousand in key order.</summary>
    /// <returns>Sizes by key; null if the bucket cannot be listed.</returns>
    Task<IReadOnlyDictionary<string, long>?> ListAsync(string bucket, string prefix, CancellationToken cancellationToken);
}
