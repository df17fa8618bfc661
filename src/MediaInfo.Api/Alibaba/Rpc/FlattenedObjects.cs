using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>
/// Objects and lists that generic clients flatten to one parameter for each value ("Input.Type", "Ids.1"), as the JSON text that
/// the generated SDKs send in one parameter.
/// </summary>
internal sealed class FlattenedObjects
{
    // No parameter of any action is deeper. A deeper name is not read, so nothing here recurses further.
    private const int MaxDepth = 4;
    private readonly Dictionary<string, JsonObject> _trees = new(StringComparer.Ordinal);

    /// <summary>Collects the flattened values among the parameters.</summary>
    public FlattenedObjects(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var path = name.Split('.', MaxDepth + 2);
            if (path.Length is > 1 and <= MaxDepth + 1)
            {
                Add(path, value);
            }
        }
    }

    /// <summary>The object or list as JSON text; null if no parameter belongs to it.</summary>
    public string? this[string name] =>
        _trees.TryGetValue(name, out var tree) ? Shaped(tree).ToJsonString(RpcJson.Wire.Options) : null;

    private void Add(string[] path, string value)
    {
        if (!_trees.TryGetValue(path[0], out var tree))
        {
            _trees[path[0]] = tree = [];
        }

        foreach (var part in path[1..^1])
        {
            if (tree[part] is not JsonObject inner)
            {
                tree[part] = inner = [];
            }

            tree = inner;
        }

        tree[path[^1]] = value;
    }

    // Members that are called 1, 2 and so on are a list's items.
    private static JsonNode Shaped(JsonObject tree)
    {
        var members = tree
            .Select(member => KeyValuePair.Create(
                member.Key, member.Value is JsonObject inner ? Shaped(inner) : member.Value!.DeepClone()))
            .ToList();
        return members.TrueForAll(member => NumberOf(member.Key) is not null)
            ? new JsonArray([.. members.OrderBy(member => NumberOf(member.Key)).Select(member => member.Value)])
            : new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value)));
    }

    private static int? NumberOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
