using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaInfo.Core.Tags.External;

/// <summary>
/// Reads the answer of the recogniser of the operator's own: <c>{"Results":[{"Type":"VideoLabel","Data":{}}]}</c>.
/// </summary>
public static partial class AnswerBody
{
    /// <summary>The most results of one answer.</summary>
    public const int MaxResults = 100;

    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>The results, or what is wrong with the answer.</summary>
    /// <param name="json">The body of the answer.</param>
    public static (IReadOnlyList<TagResult>? Results, string? Problem) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return (null, $"it is no JSON of at most {MaxDepth} levels");
        }
    }

    private static (IReadOnlyList<TagResult>? Results, string? Problem) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("Results", out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            return (null, "it has no array \"Results\"");
        }

        if (list.GetArrayLength() > MaxResults)
        {
            return (null, $"it has more than {MaxResults} results");
        }

        var results = list.EnumerateArray()
            .Select(ResultOf)
            .TakeWhile(result => result is not null)
            .OfType<TagResult>()
            .ToList();
        return results.Count == list.GetArrayLength()
            ? (results, null)
            : (null, $"result {results.Count + 1} has no \"Type\" of letters and digits, or no object or array as \"Data\"");
    }

    private static TagResult? ResultOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("Type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() is { } name
        && Name().IsMatch(name)
        && item.TryGetProperty("Data", out var data)
        && DataOf(data) is { } found
            ? new TagResult(name, found)
            : null;

    // The vendor's own answers have the data as text; a recogniser may do as they do.
    private static JsonElement? DataOf(JsonElement data)
    {
        if (data.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return data.Clone();
        }

        if (data.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        using var inner = JsonDocument.Parse(data.GetString()!, Strict);
        return inner.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? inner.RootElement.Clone() : null;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{0,31}\z", RegexOptions.None, 10_000)]
    private static partial Regex Name();
}
