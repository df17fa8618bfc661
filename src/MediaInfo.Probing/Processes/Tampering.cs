namespace MediaInfo.Probing.Processes;

/// <summary>Checks whether an arbitrary user of the machine could have placed a program or could change it.</summary>
internal static class Tampering
{
    // Linux follows at most this many links in one path (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>What is wrong with a file, or with a folder or link on the way to it; null if nothing is.</summary>
    /// <remarks>Write access for a group is the owner's choice. A missing file has no problem.</remarks>
    public static string? ProblemOf(string path) =>
        OperatingSystem.IsLinux() ? ProblemOf(Path.GetFullPath(path), MaxLinks) : null;

    private static string? ProblemOf(string path, int links)
    {
        var folder = "/";
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (n, name) in names.Index())
        {
            var entry = Path.Combine(folder, name);
            if (FileOwner.Of(entry) is not { } owner)
            {
                return null;
            }

            if (ProblemOf(folder, entry, owner) is { } problem)
            {
                return problem;
            }

            if (new FileInfo(entry).LinkTarget is { } target)
            {
                return links > 0
                    ? ProblemOf(Path.GetFullPath(Path.Combine([target, .. names[(n + 1)..]]), folder), links - 1)
                    : $"{path} goes through too many symbolic links";
            }

            folder = entry;
        }

        return IsOpen(folder) ? $"{folder} can be changed by any user of this machine" : null;
    }

    // In a sticky folder like /tmp everybody may add files, but only the owner of a file may change it.
    private static string? ProblemOf(string folder, string entry, FileOwner owner) => IsOpen(folder) switch
    {
        true when !Mode(folder).HasFlag(UnixFileMode.StickyBit) => $"{folder} can be changed by any user of this machine",
        true when !owner.IsTrusted => $"{entry} is owned by another user of this machine",
        _ => null,
    };

    private static bool IsOpen(string path) => Mode(path).HasFlag(UnixFileMode.OtherWrite);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
