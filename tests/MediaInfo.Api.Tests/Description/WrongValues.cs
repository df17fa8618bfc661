using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MediaInfo.Api.Tests.Description;

/// <summary>Values that a schema forbids.</summary>
internal static class WrongValues
{
    // Of these, a pattern forbids some.
    private static readonly string[] Odd = ["-", "!", "-!a b", "yesterday", "utcCreate:Up"];

    /// <summary>Texts that break one rule of the schema each; none if others are ignored.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="example">A value that keeps the rules.</param>
    public static IEnumerable<string> Of(JsonNode schema, string example)
    {
        if (schema["x-ignoresOthers"] is not null)
        {
            return [];
        }

        return TextOf(schema, "type") is "array" ? OfList(schema, example) : OfValue(schema, example);
    }

    private static IEnumerable<string> OfList(JsonNode schema, string example)
    {
        if (schema["maxItems"] is { } most)
        {
            yield return string.Join(',', Enumerable.Range(0, most.GetValue<int>() + 1).Select(i => $"{example[..1]}{i}"));
        }

        foreach (var wrong in OfValue(schema["items"]!, example))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> OfValue(JsonNode schema, string example)
    {
        var type = TextOf(schema, "type");
        if (type is "boolean" or "integer" or "number")
        {
            yield return "maybe";
        }

        if (schema["enum"] is JsonArray)
        {
            yield return type is "integer" ? "9999" : "no-such-value";
        }

        foreach (var (bound, step) in new[] { ("minimum", -1m), ("maximum", 1m) })
        {
            if (schema[bound] is { } limit)
            {
                var outside = decimal.Parse(limit.ToString(), CultureInfo.InvariantCulture) + step;
                yield return outside.ToString(CultureInfo.InvariantCulture);
            }
        }

        foreach (var wrong in OfText(schema, example))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> OfText(JsonNode schema, string example)
    {
        var isJson = TextOf(schema, "contentMediaType") is not null;
        if (schema["maxLength"]?.GetValue<int>() is { } most)
        {
            yield return isJson ? example.PadRight(most + 1) : new string('a', most + 1);
        }

        if (schema["x-maxBytes"]?.GetValue<int>() is { } bytes && !isJson)
        {
            yield return new string('é', (bytes / 2) + 1);
        }

        if (TextOf(schema, "pattern") is { } pattern)
        {
            foreach (var odd in Odd.Where(odd => !Regex.IsMatch(odd, pattern, RegexOptions.None, TimeSpan.FromSeconds(10))))
            {
                yield return odd;
            }
        }

        if (TextOf(schema, "format") is "date-time")
        {
            yield return "yesterday";
        }

        if (isJson)
        {
            yield return "no JSON";
            yield return "[1]";
        }
    }

    private static string? TextOf(JsonNode schema, string member) => schema[member]?.GetValue<string>();
}
