using System.Collections.Concurrent;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Tests.Recognition;

/// <summary>Keeps what is written in memory.</summary>
internal sealed class WrittenFiles : IObjectWriter
{
    private readonly ConcurrentDictionary<ObjectRef, byte[]> _files = new();

    public IReadOnlyDictionary<ObjectRef, byte[]> All => _files;

    public Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _files[target] = content.ToArray();
        return Task.FromResult(ObjectWriteStatus.Written);
    }

    public Task RemoveAsync(ObjectRef target, string owner, CancellationToken cancellationToken)
    {
        _files.TryRemove(target, out _);
        return Task.CompletedTask;
    }

    public Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken) => Task.FromResult(true);
}
