using System.Text.Json.Nodes;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Compares two JSON documents value by value.</summary>
internal static class JsonDifferences
{
    private const string Absent = "none";

    /// <summary>Where they differ, with both values.</summary>
    public static SortedDictionary<string, string> Between(string one, string other)
    {
        var differences = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (ones, others) = (ValuesOf(one), ValuesOf(other));
        foreach (var path in ones.Keys.Union(others.Keys))
        {
            var (value, changed) = (ones.GetValueOrDefault(path, Absent), others.GetValueOrDefault(path, Absent));
            if (!string.Equals(value, changed, StringComparison.Ordinal))
            {
                differences[path] = $"{value}, here {changed}";
            }
        }

        return differences;
    }

    private static Dictionary<string, string> ValuesOf(string json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(JsonNode.Parse(json), values);
        return values;
    }

    private static void Add(JsonNode? node, Dictionary<string, string> values)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray elements => elements,
            _ => [],
        };
        foreach (var child in children)
        {
            Add(child, values);
        }

        if (node is JsonValue)
        {
            values[node.GetPath()] = node.ToJsonString();
        }
    }
}
