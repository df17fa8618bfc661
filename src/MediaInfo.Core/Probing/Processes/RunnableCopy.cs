using System.Globalization;

namespace MediaInfo.Core.Probing.Processes;

/// <summary>Makes sure that a binary may be run, by a copy in the temporary folder where it may not.</summary>
internal static class RunnableCopy
{
    private const UnixFileMode Run = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // A process may have several searches, and the part that one of them writes is the process's.
    private static readonly Lock Copying = new();

    /// <summary>The binary itself, or its runnable copy.</summary>
    /// <exception cref="IOException">No copy could be made.</exception>
    public static string Of(string binary) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(binary) & Run) != UnixFileMode.None ? binary : Copy(binary);

    // One copy per version of the binary and user, kept for the next start.
    private static string Copy(string binary)
    {
        var source = new FileInfo(binary);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{source.Length:x}-{source.LastWriteTimeUtc.Ticks:x}");
        var folder = Path.Combine(Path.GetTempPath(), $"mediainfo-ffprobe-{Environment.UserName}-{stamp}");
        var copy = Path.Combine(folder, "ffprobe");
        lock (Copying)
        {
            MakePrivate(folder);
            if (!File.Exists(copy) || new FileInfo(copy).Length != source.Length)
            {
                var part = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.part"));
                File.Copy(binary, part, overwrite: true);
                SetMode(part);
                File.Move(part, copy, overwrite: true);
            }
        }

        return copy;
    }

    // The temporary folder is open to every user: a folder that somebody else prepared must not be run from.
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly);
        if (File.GetUnixFileMode(folder) != OwnerOnly)
        {
            throw new IOException($"{folder} is open to other users");
        }
    }

    private static void SetMode(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, OwnerOnly);
        }
    }
}
