namespace MediaInfo.Core.Objects;

/// <summary>Writes result files to callers' buckets and the service's own.</summary>
public interface IObjectWriter
{
    /// <summary>
    /// Writes a new object, or overwrites an earlier file of the same owner. Other objects are never overwritten.
    /// </summary>
    /// <param name="target">The object.</param>
    /// <param name="content">The content.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="owner">The account that owns the file.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken);

    /// <summary>Removes a file that was written for the owner. Other objects stay, as does what is not there.</summary>
    /// <param name="target">The object.</param>
    /// <param name="owner">The account that owns the file.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    Task RemoveAsync(ObjectRef target, string owner, CancellationToken cancellationToken);

    /// <summary>Makes a bucket for the service's own files, unless it exists.</summary>
    /// <returns>False if this service may not make it.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken);
}
