namespace MediaInfo.TestSupport;

/// <summary>Reads the machine's process table.</summary>
public static class ProcessTable
{
    /// <summary>Whether the process runs. A zombie, whose exit code nobody collected, does not.</summary>
    public static bool Lives(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The processes whose command line contains the text.</summary>
    public static IReadOnlyList<int> WithCommandLine(string text) =>
    [
        .. All().Where(id => CommandLine(id).Contains(text, StringComparison.Ordinal) && Lives(id)),
    ];

    /// <summary>The running child processes of a process.</summary>
    public static IReadOnlyList<int> ChildrenOf(int processId) => [.. All().Where(id => ParentOf(id) == processId && Lives(id))];

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : 0)
        .Where(id => id > 0);

    private static int ParentOf(int processId)
    {
        try
        {
            // After the name in parentheses: state, then parent.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return int.Parse(
                stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string CommandLine(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
