namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Makes files executable.</summary>
internal static class Executable
{
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The static ffprobe of these tests is one for Linux");
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
