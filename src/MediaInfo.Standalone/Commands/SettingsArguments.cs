using System.CommandLine;

namespace MediaInfo.Standalone.Commands;

/// <summary>
/// Settings on a command line: "--settings FILE", and any setting as "--Section:Key value" or "--Section:Key=value".
/// </summary>
internal static class SettingsArguments
{
    private const string Dashes = "--";

    /// <summary>The option that names a settings file.</summary>
    public static Option<string> NewFile() => new("--settings")
    {
        Description = "A file of settings, with the members of \"Values\" as in local.settings.json.",
        HelpName = "FILE",
    };

    /// <summary>
    /// Adds the settings of the file, those of the environment above it, and those of the command line above both.
    /// </summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="file">The file; null for none.</param>
    /// <param name="words">The words of the command line that are settings.</param>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file has another form.</exception>
    public static void AddTo(IConfigurationBuilder configuration, string? file, string[] words)
    {
        if (file is not null)
        {
            configuration.Add(SettingsFile.Read(file));
        }

        configuration.AddEnvironmentVariables().AddCommandLine(words);
    }

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
