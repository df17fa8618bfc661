using MediaInfo.Core.Objects;

namespace MediaInfo.TestSupport.Memory;

/// <summary>May write nowhere.</summary>
public sealed class NoObjectWriter : IObjectWriter
{
    /// <inheritdoc />
    public Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken) =>
        Task.FromResult(ObjectWriteStatus.Denied);

    /// <inheritdoc />
    public Task RemoveAsync(ObjectRef target, string owner, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken) => Task.FromResult(false);
}
