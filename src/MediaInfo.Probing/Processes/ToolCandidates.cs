namespace MediaInfo.Probing.Processes;

/// <summary>Where to look for a tool: only the configured one, or else beside the application and on PATH.</summary>
internal static class ToolCandidates
{
    /// <summary>Every place, in search order.</summary>
    public static IReadOnlyList<string> Of(Tool tool)
    {
        if (tool.Path is { Length: > 0 } configured)
        {
            return [configured];
        }

        var folders =
            Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

        // A relative folder would depend on this process's working directory.
        folders = Array.FindAll(folders, Path.IsPathFullyQualified);
        return [.. folders
            .Prepend(Path.Combine(AppContext.BaseDirectory, tool.Subfolder ?? ""))
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{tool.Name}.exe" : tool.Name))
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What two names of one file have in common.</summary>
    public static (long Size, DateTime Written) IdentityOf(string place)
    {
        var file = (FileInfo?)File.ResolveLinkTarget(place, returnFinalTarget: true) ?? new FileInfo(place);
        return (file.Length, file.LastWriteTimeUtc);
    }

    /// <summary>
    /// Why a binary is not trusted; null if it is. One beside the application is as trusted as the application: anyone who can
    /// change one can change the other.
    /// </summary>
    public static string? ProblemOf(string place) =>
        place.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? null : Tampering.ProblemOf(place);
}
