using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Reads media objects from files: a bucket is a subfolder of the media folder, a key the path below it.</summary>
/// <remarks>
/// Only regular files are objects, and links are not followed. The content type comes from the extension, except for result files
/// of this service.
/// </remarks>
public sealed class LocalObjectStore(MediaFolder media, LocalDatabase database, TimeProvider time) : IObjectStore
{
    private const int Looks = 5;

    // Longer than a step of the clock that file systems use: 1 to 10 ms.
    private static readonly TimeSpan ClockStep = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc />
    /// <exception cref="IOException">The disk fails now; retry.</exception>
    public async Task<ObjectRead> ReadAsync(
        ObjectRef source, long offset, long count, string? etag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var (file, status) = await OpenAsync(source, cancellationToken);
        if (file is null)
        {
            return ObjectRead.None(status);
        }

        var read = Read(source, file, offset, count, etag);
        if (read.Status != ObjectReadStatus.Ok)
        {
            file.Dispose();
        }

        return read;
    }

    /// <inheritdoc />
    /// <exception cref="UnauthorizedAccessException">The system denies this service access to the object.</exception>
    /// <exception cref="IOException">The disk fails now; retry.</exception>
    public async Task<ObjectProperties?> FindAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        var (file, status) = await OpenAsync(source, cancellationToken);
        using (file)
        {
            return file is not null ? PropertiesOf(source, file.State)
                : status == ObjectReadStatus.Denied
                    ? throw new UnauthorizedAccessException("The system denies this service access to the object")
                : null;
        }
    }

    /// <inheritdoc />
    /// <exception cref="IOException">The disk fails now; retry.</exception>
    public Task<IReadOnlyDictionary<string, long>?> ListAsync(
        string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult(media.FolderOf(bucket) is { } folder && prefix.Length <= ObjectRef.MaxKeyLength
            ? new ObjectListing(media.Names, prefix, cancellationToken).Read(folder)
            : null);

    // A file that was changed in this step of the file system's clock can be changed again, and have the same time. So its
    // version is read once the step is over. A file that is written all the time is of another version soon.
    private async ValueTask<(OpenFile? File, ObjectReadStatus Status)> OpenAsync(
        ObjectRef source, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = media.TryOpen(source, out var status);
            if (file is null || look == Looks || !IsOfThisStep(file.State))
            {
                return (file, status);
            }

            file.Dispose();
            await Task.Delay(ClockStep, time, cancellationToken);
        }
    }

    private bool IsOfThisStep(FileState state)
    {
        var age = time.GetUtcNow() - state.Changed;
        return age >= TimeSpan.Zero && age < ClockStep;
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
        WrittenObjects.TypeOf(database, source, state.Written) ?? ContentTypes.OfKey(source.Key),
        ContentMd5: null)
    {
        LastModified = state.Modified,
    };
}
