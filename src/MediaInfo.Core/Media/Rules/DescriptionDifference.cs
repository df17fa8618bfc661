using System.Globalization;
using System.Text.Json;

namespace MediaInfo.Core.Media.Rules;

/// <summary>The members in which two descriptions differ, by their JSON: no rule can change a value unseen.</summary>
internal static class DescriptionDifference
{
    private const int MaxText = 256;

    internal static List<(string Member, string? Before, string? After)> Between(MediaDescription before, MediaDescription after)
    {
        var changes = new List<(string, string?, string?)>();
        Compare("", Json(before), Json(after), changes);
        return changes;
    }

    private static JsonElement Json(MediaDescription media) =>
        JsonSerializer.SerializeToElement(media with { Corrections = null }, MediaJson.Default.MediaDescription);

    private static void Compare(string path, JsonElement? before, JsonElement? after, List<(string, string?, string?)> changes)
    {
        if ((before ?? after) is { ValueKind: JsonValueKind.Object } && (after ?? before) is { ValueKind: JsonValueKind.Object })
        {
            foreach (var name in Names(before).Union(Names(after), StringComparer.Ordinal))
            {
                Compare(path.Length == 0 ? name : $"{path}.{name}", Member(before, name), Member(after, name), changes);
            }
        }
        else if (before is { ValueKind: JsonValueKind.Array } old && after is { ValueKind: JsonValueKind.Array } now)
        {
            var (olds, nows) = (Items(old), Items(now));
            for (var i = 0; i < Math.Max(olds.Length, nows.Length); i++)
            {
                Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), At(olds, i), At(nows, i), changes);
            }
        }
        else if (Text(before) is var was && Text(after) is var isNow && !string.Equals(was, isNow, StringComparison.Ordinal))
        {
            changes.Add((path, was, isNow));
        }
    }

    private static IEnumerable<string> Names(JsonElement? element) =>
        element is { } known ? known.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { } known && known.TryGetProperty(name, out var value) ? value : null;

    // An index into a JSON array counts from its start each time.
    private static JsonElement[] Items(JsonElement array) => [.. array.EnumerateArray()];

    private static JsonElement? At(JsonElement[] items, int index) => index < items.Length ? items[index] : null;

    private static string? Text(JsonElement? element) => element?.ToString() is { } text
        ? element is { ValueKind: JsonValueKind.True or JsonValueKind.False } ? text.ToLowerInvariant()
            : text.Length > MaxText ? text[..MaxText] : text
        : null;
}
