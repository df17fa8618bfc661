namespace MediaInfo.LocalStorage.Tests.Support;

internal static class FileModes
{
    /// <summary>Who may do what with a file or folder. Windows has no modes.</summary>
    public static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    /// <summary>What <see cref="Set"/> sets; none on Windows.</summary>
    public static UnixFileMode Of(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
