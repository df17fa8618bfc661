namespace MediaInfo.LocalStorage.Objects;

/// <summary>The folders of buckets in which uploads grow. No key leads to them.</summary>
internal static class UnfinishedFiles
{
    private static readonly string Name = FileNames.UnfinishedName("uploads");

    /// <summary>The folder of a bucket; it need not exist.</summary>
    public static string FolderOf(string bucket) => Path.Combine(bucket, Name);

    /// <summary>Removes what a process that died left behind.</summary>
    /// <param name="media">The folder of the buckets.</param>
    public static void Remove(string media)
    {
        foreach (var bucket in new DirectoryInfo(media).EnumerateDirectories())
        {
            var folder = new DirectoryInfo(FolderOf(bucket.FullName));
            if (bucket.LinkTarget is null && folder is { Exists: true, LinkTarget: null })
            {
                TryRemove(folder);
            }
        }
    }

    private static void TryRemove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A bucket that this service may not write has no uploads of it.
        }
    }
}
