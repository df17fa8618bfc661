using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Writes result files to the buckets' folders. The database knows the account that each was written for.</summary>
/// <remarks>
/// A file is written beside its place and then renamed, so that readers see either all of it or nothing. The database knows its
/// version before it gets its name; a file that somebody replaced since is of another version, and is not overwritten.
/// </remarks>
public sealed class LocalObjectWriter(MediaFolder media, LocalDatabase database, NamingTurn turn) : IObjectWriter
{
    /// <inheritdoc />
    public async Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target, ReadOnlyMemory<byte> content, string contentType, string owner, CancellationToken cancellationToken)
    {
        if (!ObjectRef.CanBeListed(target.Key) || media.Locate(target) is not { } place || !Directory.Exists(place.Bucket))
        {
            return ObjectWriteStatus.NotFound;
        }

        // Two writers of the same key would each find the other's half of the work.
        using var mine = await turn.TakeAsync(cancellationToken);
        try
        {
            return MayWrite(target, place, owner) is { } refusal
                ? refusal
                : await WriteAsync(target, place, content, contentType, owner, cancellationToken);
        }
        catch (Exception e) when (ObjectFolders.IsDenial(e))
        {
            return ObjectWriteStatus.Denied;
        }
        catch (PathTooLongException)
        {
            return ObjectWriteStatus.NotFound;
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(ObjectRef target, string owner, CancellationToken cancellationToken)
    {
        if (media.Locate(target) is not { } place)
        {
            return;
        }

        using var mine = await turn.TakeAsync(cancellationToken);
        if (Path.Exists(place.File) && MayWrite(target, place, owner) is null)
        {
            File.Delete(place.File);
            await WrittenObjects.RemoveAsync(database, target, CancellationToken.None);
            ObjectFolders.RemoveEmpty(place);
        }
    }

    /// <inheritdoc />
    public Task<bool> EnsureBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            if (media.FolderOf(bucket) is not { } folder)
            {
                return Task.FromResult(false);
            }

            Directory.CreateDirectory(folder);
            return Task.FromResult(true);
        }
        catch (UnauthorizedAccessException)
        {
            return Task.FromResult(false);
        }
    }

    // Null if the account may write there.
    private ObjectWriteStatus? MayWrite(ObjectRef target, ObjectPath place, string owner)
    {
        if (ObjectFolders.RefusalOf(place) is { } refusal)
        {
            return refusal;
        }

        if (!Path.Exists(place.File))
        {
            return null;
        }

        using var file = media.TryOpen(target, out var status);
        return file is not null && WrittenObjects.IsOf(database, target, file.State.Written, owner) ? null
            : status == ObjectReadStatus.Denied ? ObjectWriteStatus.Denied
            : ObjectWriteStatus.Occupied;
    }

    private async Task<ObjectWriteStatus> WriteAsync(
        ObjectRef target,
        ObjectPath place,
        ReadOnlyMemory<byte> content,
        string contentType,
        string owner,
        CancellationToken cancellationToken)
    {
        var isNew = !File.Exists(place.File);
        ObjectFolders.Create(place);
        var beside = ObjectNames.PathBeside(place);
        try
        {
            await WriteAsync(beside, content, cancellationToken);
            if (StateOf(beside) is not { } state)
            {
                return ObjectWriteStatus.Denied;
            }

            await WrittenObjects.AddAsync(database, target, state.Written, owner, contentType, cancellationToken);
            if (!ObjectNames.TryGive(beside, place, replaces: !isNew))
            {
                return ObjectWriteStatus.Occupied;
            }

            await WrittenObjects.KeepOnlyAsync(database, target, state.Written, CancellationToken.None);
            return ObjectWriteStatus.Written;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await file.WriteAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    // Null if the folder turned out to lie elsewhere.
    private static FileState? StateOf(string path)
    {
        using var file = OpenFile.TryOpen(path, out _);
        return file?.State;
    }
}
