using System.Text.RegularExpressions;

namespace MediaInfo.Probing.Processes;

/// <summary>The version that a tool of FFmpeg states. The newer of two has the newer libavformat.</summary>
/// <remarks>
/// A build between two releases is named by a commit, whose number says nothing about its age. The version of its libraries
/// does. Releases that differ only in their fixes have the same libraries, and numbers that do.
/// </remarks>
/// <param name="Line">The first line that it prints, without its copyright.</param>
/// <param name="Library">The version of the libavformat in use; 0.0 if it is not stated.</param>
/// <param name="Release">The release; 0.0 if it is none.</param>
internal sealed partial record ToolVersion(string Line, Version Library, Version Release)
{
    private static readonly Version None = new(0, 0);

    /// <summary>Reads what a tool prints of its version; null if it is another tool's.</summary>
    /// <param name="beginning">What the first line begins with, before the number.</param>
    /// <param name="output">What it prints.</param>
    public static ToolVersion? Parse(string beginning, string output)
    {
        if (!output.StartsWith(beginning, StringComparison.Ordinal))
        {
            return null;
        }

        var line = output.Split('\n')[0].Trim();
        return new ToolVersion(
            line.Split(" Copyright")[0].TrimEnd(),
            VersionOf(Libavformat().Match(output).Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal)),
            VersionOf(ReleaseNumber().Match(line, beginning.Length).Value));
    }

    private static Version VersionOf(string text) => Version.TryParse(text, out var version) ? version : None;

    // The version that it was built with, and then the one that it runs with.
    [GeneratedRegex(
        """^libavformat[ 0-9.]{1,40}/(?<number>[ 0-9.]{1,40})""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Libavformat();

    [GeneratedRegex(
        """\G[0-9]{1,9}(\.[0-9]{1,9}){1,3}""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ReleaseNumber();
}
