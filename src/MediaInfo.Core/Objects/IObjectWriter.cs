namespace MediaInfo.Core.Objects;

/// <summary>Writes result files to the buckets of callers.</summary>
public interface IObjectWriter
{
    /// <summary>Writes a new object, or one over an earlier file of the same owner. Any other object stays as it is.</summary>
    /// <param name="target">The object.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="owner">The account for which it is written.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="IOException">Storage cannot be reached now; try again.</exception>
    Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken);
}
