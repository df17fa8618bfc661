using System.Security.Cryptography;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Writes what callers send to signed URLs.</summary>
/// <remarks>
/// The content goes to a file in a folder of the bucket to which no key leads, and gets its name at the end. So nobody sees half
/// of it, and the name is the only thing that two uploads of one key compete for.
/// </remarks>
public sealed class LocalUploads(MediaFolder media, LocalDatabase database)
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
    }

    private static UploadStatus? RefusalOf(ObjectUpload upload, ObjectPath place) => ObjectFolders.RefusalOf(place) switch
    {
        ObjectWriteStatus.Denied => UploadStatus.Denied,
        { } => UploadStatus.Occupied,
        null when Directory.Exists(place.File) || (File.Exists(place.File) && !upload.Overwrite) => UploadStatus.Occupied,
        null => null,
    };

    private async Task<UploadStatus> WriteAsync(
        ObjectUpload upload, ObjectPath place, Stream content, CancellationToken cancellationToken)
    {
        var unfinished = UnfinishedFiles.FolderOf(place.Bucket);
        Directory.CreateDirectory(unfinished);
        var path = Path.Combine(unfinished, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        try
        {
            return await CopyAsync(content, path, upload.Size, cancellationToken)
                ? await PublishAsync(upload, place, path)
                : UploadStatus.WrongSize;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<bool> CopyAsync(Stream content, string path, long size, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
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
        ObjectFolders.Create(place);
        try
        {
            File.Move(path, place.File, upload.Overwrite);
        }
        catch (IOException) when (Path.Exists(place.File) && !upload.Overwrite)
        {
            return UploadStatus.Occupied;
        }

        FolderSync.Flush(place.Folder);

        // It is the caller's own now, so no result file may overwrite it.
        await WrittenObjects.RemoveAsync(database, upload.Target, CancellationToken.None);
        return UploadStatus.Written;
    }
}
