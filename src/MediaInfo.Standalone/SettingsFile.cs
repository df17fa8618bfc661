using System.Text.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace MediaInfo.Standalone;

/// <summary>Reads the settings file of a Functions app, so one file configures both hosts.</summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// The members of "Values" as configuration; "__" in a name separates sections, as in environment variables.
    /// </summary>
    /// <param name="path">The file, such as local.settings.json.</param>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="JsonException">The file is not JSON of that form.</exception>
    public static MemoryConfigurationSource Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        return new MemoryConfigurationSource
        {
            InitialData = document.RootElement.TryGetProperty("Values", out var values)
                ? [.. values.EnumerateObject().Select(Pair)]
                : throw new JsonException($"{path} has no \"Values\""),
        };
    }

    private static KeyValuePair<string, string?> Pair(JsonProperty value) =>
        new(value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), value.Value.ToString());
}
