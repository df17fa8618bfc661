namespace MediaInfo.Core.Probing.Processes;

/// <summary>The places where an ffprobe may be: the configured one alone, or one beside the application and those on PATH.</summary>
internal static class FfprobeCandidates
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "ffprobe.exe" : "ffprobe";

    /// <summary>Every place, in the order in which they are tried.</summary>
    public static IReadOnlyList<string> Of(ProbeOptions options)
    {
        if (options.FfprobePath is { Length: > 0 } configured)
        {
            return [configured];
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

        // A relative folder would be whichever this process happens to be in.
        folders = Array.FindAll(folders, Path.IsPathFullyQualified);
        return [.. folders.Prepend(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, Name)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Why a binary is not trusted; null where it is. One beside the application is as trusted as the application: whoever could
    /// change the one could change the other.
    /// </summary>
    public static string? ProblemOf(string place) =>
        place.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? null : Tampering.ProblemOf(place);
}
