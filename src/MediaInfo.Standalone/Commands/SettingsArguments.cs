using System.CommandLine;

namespace MediaInfo.Standalone.Commands;

/// <summary>Settings on a command line: "--settings FILE", and any setting as "--Section:Key value" or "--Section:Key=value".</summary>
internal static class SettingsArguments
{
    private const string Dashes = "--";

    /// <summary>The option that names a settings file.</summary>
    public static Option<string> NewFile() => new("--settings")
    {
        Description = "A file of settings, with the members of \"Values\" as in local.settings.json.",
        HelpName = "FILE",
    };

    /// <summary>Why words that are no option of the command are no settings either; null if they are.</summary>
    /// <param name="words">The words, in order.</param>
    /// <param name="outsideSections">The settings that are in no section.</param>
    public static string? ProblemOf(IReadOnlyList<string> words, IReadOnlyList<string> outsideSections)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var equals = words[i].IndexOf('=', StringComparison.Ordinal);
            var hasDashes = words[i].StartsWith(Dashes, StringComparison.Ordinal);
            var name = (equals < 0 ? words[i] : words[i][..equals])[(hasDashes ? Dashes.Length : 0)..];
            if ((!hasDashes && equals < 0) || !IsSetting(name, outsideSections))
            {
                return $"'{words[i]}' is neither a command nor an option nor a setting (mediainfo --help tells more)";
            }

            if (equals < 0 && ++i == words.Count)
            {
                return $"{words[i - 1]} has no value";
            }
        }

        return null;
    }

    private static bool IsSetting(string name, IReadOnlyList<string> outsideSections) =>
        name.AsSpan().ContainsAny(':', '_') || outsideSections.Contains(name, StringComparer.OrdinalIgnoreCase);
}
