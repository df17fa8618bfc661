namespace MediaInfo.LocalStorage.Tests.Support;

internal static class OwnerOnly
{
    /// <summary>Whether only its owner may read and write the file. Windows decides that by the folder.</summary>
    public static bool Is(string path) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
