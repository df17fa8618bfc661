using MediaInfo.Core.Objects;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The folders on the way to an object.</summary>
internal static class ObjectFolders
{
    // The error of Linux for a file system that is mounted read-only.
    private const int ReadOnlySystem = 30;

    /// <summary>Whether a write failed because the disk denies it to this service.</summary>
    public static bool IsDenial(Exception e) => e is UnauthorizedAccessException || e.HResult == ReadOnlySystem;

    /// <summary>Why no file can be written there, whether one is there or not; null if one can.</summary>
    public static ObjectWriteStatus? RefusalOf(ObjectPath place)
    {
        for (var folder = place.Folder; folder.Length > place.Bucket.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(folder))
            {
                return ObjectWriteStatus.Occupied;
            }
        }

        return place.HasLink() ? ObjectWriteStatus.Denied : null;
    }

    /// <summary>Removes the folders that have become empty: a folder is no object, and object storage has none.</summary>
    public static void RemoveEmpty(ObjectPath place)
    {
        for (var folder = place.Folder; folder.Length > place.Bucket.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder))
            {
                continue;
            }

            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }

            Directory.Delete(folder);
        }
    }

    /// <summary>
    /// Creates the folders of a place. A new folder survives a loss of power once the one above it is on disk.
    /// </summary>
    public static void Create(ObjectPath place)
    {
        if (!Directory.Exists(place.Folder))
        {
            Directory.CreateDirectory(place.Folder);
            for (var folder = place.Folder; folder.Length > place.Bucket.Length;)
            {
                folder = Path.GetDirectoryName(folder)!;
                FolderSync.Flush(folder);
            }
        }
    }
}
