namespace MediaInfo.Core.Probing.Processes;

/// <summary>Whether any user of the machine could have put a program where it is, or could change it.</summary>
internal static class Tampering
{
    // Linux follows no more links than these on one path (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>What is wrong with a file, or with a folder or a link on the way to it, in words; null where nothing is.</summary>
    /// <remarks>A group that may write is its owner's choice. Where nothing is there, nothing is wrong.</remarks>
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
                    : $"{path} leads through too many links";
            }

            folder = entry;
        }

        return IsOpen(folder) ? $"{folder} may be changed by every user of this machine" : null;
    }

    // In a sticky folder, as /tmp is, everybody may add files, and only their owners may change them.
    private static string? ProblemOf(string folder, string entry, FileOwner owner) => IsOpen(folder) switch
    {
        true when !Mode(folder).HasFlag(UnixFileMode.StickyBit) => $"{folder} may be changed by every user of this machine",
        true when !owner.IsTrusted => $"{entry} was put there by another user of this machine",
        _ => null,
    };

    private static bool IsOpen(string path) => Mode(path).HasFlag(UnixFileMode.OtherWrite);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
