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
    /// <exception cref="InvalidOperationException">This process may not read it, or it is a folder.</exception>
    public static MemoryConfigurationSource Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return new MemoryConfigurationSource { InitialData = [.. ValuesOf(document.RootElement)] };
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidOperationException($"The settings file {path} cannot be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new JsonException($"The settings file {path} is not as expected: {e.Message}", e);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> ValuesOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("Values", out var values)
            && values.ValueKind == JsonValueKind.Object
            ? values.EnumerateObject().Select(Pair)
            : throw new JsonException("it has no object \"Values\"");

    private static KeyValuePair<string, string?> Pair(JsonProperty value) =>
        new(value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), value.Value.ToString());
}
