namespace MediaInfo.LocalStorage.Objects;

/// <summary>Makes the names in a folder survive a loss of power.</summary>
internal static class FolderSync
{
    /// <summary>Waits until the disk has the folder's names. Other systems do so themselves, or offer no way.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            using var handle = LinuxFiles.Open(folder);
            if (!handle.IsInvalid)
            {
                RandomAccess.FlushToDisk(handle);
            }
        }
    }
}
