using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Writes what callers send to signed URLs.</summary>
/// <remarks>
/// The content goes to a file that no key leads to, and gets its name at the end. So nobody sees half of it, and the name is
/// the only thing that it competes for with others.
/// </remarks>
public sealed class LocalUploads(
    MediaFolder media, LocalDatabase database, UnfinishedFiles unfinished, NamingTurn turn, RunningUploads running)
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Writes an object, if exactly as many bytes come as its upload grants.</summary>
    /// <exception cref="IOException">The disk or the connection fails.</exception>
    public async Task<UploadStatus> WriteAsync(ObjectUpload upload, Stream content, CancellationToken cancellationToken)
    {
        if (!ObjectRef.CanBeListed(upload.Target.Key)
            || media.Locate(upload.Target) is not { } place
            || !Directory.Exists(place.Bucket))
        {
            return UploadStatus.NotFound;
        }

        if (running.Begin(upload.Target) is { } busy)
        {
            return busy;
        }

        try
        {
            return RefusalOf(upload, place) ?? await WriteAsync(upload, place, content, cancellationToken);
        }
        catch (Exception e) when (ObjectFolders.IsDenial(e))
        {
            return UploadStatus.Denied;
        }
        catch (PathTooLongException)
        {
            return UploadStatus.NotFound;
        }
        finally
        {
            running.End(upload.Target);
        }
    }

    private static UploadStatus? RefusalOf(ObjectUpload upload, ObjectPath place) => ObjectFolders.RefusalOf(place) switch
    {
        ObjectWriteStatus.Denied => UploadStatus.Denied,
        { } => UploadStatus.Occupied,
        null when Directory.Exists(place.File) => UploadStatus.Occupied,
        null when File.Exists(place.File) && !(upload.Overwrite && place.HasRealNames()) => UploadStatus.Occupied,
        null => null,
    };

    private async Task<UploadStatus> WriteAsync(
        ObjectUpload upload, ObjectPath place, Stream content, CancellationToken cancellationToken)
    {
        var name = ObjectNames.NewName();
        var path = Path.Combine(place.Folder, name);
        await unfinished.AddAsync(upload.Target, name, cancellationToken);
        try
        {
            await using (var file = await CreateAsync(place, path, cancellationToken))
            {
                if (!await CopyAsync(content, file, upload.Size, cancellationToken))
                {
                    return UploadStatus.WrongSize;
                }
            }

            return await PublishAsync(upload, place, path);
        }
        finally
        {
            await RemoveAsync(place, name);
        }
    }

    // The answer is known: what fails now is done at the next start.
    private async Task RemoveAsync(ObjectPath place, string name)
    {
        using var mine = await turn.TakeAsync(CancellationToken.None);
        try
        {
            await unfinished.RemoveAsync(place, name);
        }
        catch (IOException)
        {
        }
    }

    // In one turn, because the folders are removed while they are empty.
    private async Task<FileStream> CreateAsync(ObjectPath place, string path, CancellationToken cancellationToken)
    {
        using var mine = await turn.TakeAsync(cancellationToken);
        ObjectFolders.Create(place);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    private static async Task<bool> CopyAsync(Stream content, FileStream file, long size, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        var left = size;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read > left)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            left -= read;
        }

        file.Flush(flushToDisk: true);
        return left == 0;
    }

    // Not canceled any more: whoever sent all of it gets an answer that is true.
    private async Task<UploadStatus> PublishAsync(ObjectUpload upload, ObjectPath place, string path)
    {
        using var mine = await turn.TakeAsync(CancellationToken.None);
        if (RefusalOf(upload, place) is { } refusal)
        {
            return refusal;
        }

        if (!ObjectNames.TryGive(path, place, upload.Overwrite))
        {
            return UploadStatus.Occupied;
        }

        await ForgetResultsAsync(upload.Target);
        return UploadStatus.Written;
    }

    private async Task ForgetResultsAsync(ObjectRef target)
    {
        try
        {
            await WrittenObjects.RemoveAsync(database, target, CancellationToken.None);
        }
        catch (IOException)
        {
            // The object is there, and no record is of its version.
        }
    }
}
