using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Reads media objects from files: a bucket is a subfolder of the media folder, a key the path below it.</summary>
/// <remarks>
/// Only regular files are objects, and links are not followed. The content type comes from the extension, except for result files
/// of this service.
/// </remarks>
public sealed class LocalObjectStore(MediaFolder media, LocalDatabase database) : IObjectStore
{
    /// <inheritdoc />
    /// <exception cref="IOException">The disk fails now; retry.</exception>
    public Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        cancellationToken.ThrowIfCancellationRequested();
        if (media.TryOpen(source, out var status) is not { } file)
        {
            return Task.FromResult(ObjectRead.None(status));
        }

        var read = Read(source, file, offset, count, etag);
        if (read.Status != ObjectReadStatus.Ok)
        {
            file.Dispose();
        }

        return Task.FromResult(read);
    }

    /// <inheritdoc />
    /// <exception cref="UnauthorizedAccessException">The system denies this service access to the object.</exception>
    /// <exception cref="IOException">The disk fails now; retry.</exception>
    public Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Find(source));
    }

    /// <inheritdoc />
    /// <exception cref="IOException">The disk fails now; retry.</exception>
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult(media.FolderOf(bucket) is { } folder && prefix.Length <= ObjectRef.MaxKeyLength
            ? new ObjectListing(media.Names, prefix, cancellationToken).Read(folder)
            : null);

    private ObjectProperties? Find(ObjectRef source)
    {
        using var file = media.TryOpen(source, out var status);
        return file is not null ? PropertiesOf(source, file.State)
            : status == ObjectReadStatus.Denied
                ? throw new UnauthorizedAccessException("The system denies this service access to the object")
            : null;
    }

    private ObjectRead Read(ObjectRef source, OpenFile file, long offset, long count, string? etag)
    {
        if (etag is not null && !string.Equals(etag, file.State.ETag, StringComparison.Ordinal))
        {
            return ObjectRead.None(ObjectReadStatus.Changed);
        }

        var properties = PropertiesOf(source, file.State);
        return offset < properties.Size
            ? ObjectRead.Found(properties, new FileBody(file.Handle, offset, Math.Min(count, properties.Size - offset)))
            : ObjectRead.None(ObjectReadStatus.BehindEnd, properties);
    }

    private ObjectProperties PropertiesOf(ObjectRef source, FileState state) => new(
        state.Size,
        state.ETag,
        WrittenObjects.TypeOf(database, source, state.ETag) ?? ContentTypes.OfKey(source.Key),
        ContentMd5: null);
}
