namespace MediaInfo.LocalStorage.Objects;

/// <summary>Tells files with content of their own from pipes, sockets and devices.</summary>
public static class RegularFile
{
    /// <summary>Whether a path leads to a regular file. It is not opened, which could wait for ever.</summary>
    /// <remarks>On other systems than Linux, every existing file counts.</remarks>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path);
        }

        using var found = LinuxFiles.Look(path);
        return !found.IsInvalid && LinuxFiles.StateOf(found) is not null;
    }
}
