using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>
/// An object of settings that a caller sent as JSON. Numbers and booleans may be text, and an object in it may be JSON text, as
/// generic clients send them. Reading a member that is wrong keeps its name; the first one ends the call.
/// </summary>
internal sealed class ConfigObject
{
    private readonly JsonObject _members;
    private readonly ConfigObject _root;
    private string? _invalid;

    private ConfigObject(string name, JsonObject members, ConfigObject? root)
    {
        Name = name;
        _members = members;
        _root = root ?? this;
    }

    /// <summary>The object's name, such as "TemplateConfig.SpriteSnapshotConfig".</summary>
    public string Name { get; }

    /// <summary>The name of the first member, of this object or one in it, that was wrong; null if none was.</summary>
    public string? Invalid => _root._invalid;

    /// <summary>Reads an object.</summary>
    /// <param name="name">The name that problems begin with.</param>
    /// <param name="json">The text.</param>
    /// <returns>Null if the text is no JSON object.</returns>
    public static ConfigObject? Parse(string name, string json) =>
        ObjectOf(json) is { } members ? new ConfigObject(name, members, root: null) : null;

    /// <summary>This object with the members of another one over its own. Objects in both are merged in the same way.</summary>
    public ConfigObject With(ConfigObject over) => new(over.Name, Merge(_members, over._members), root: null);

    /// <summary>The object as JSON.</summary>
    public string ToJson() => _members.ToJsonString(RpcJson.Wire.Options);

    /// <summary>Marks a member as wrong.</summary>
    public void Fail(string member) => _root._invalid ??= $"{Name}.{member}";

    /// <summary>Marks the first member that is not among the known ones as wrong.</summary>
    public void Allow(IReadOnlyCollection<string> known)
    {
        foreach (var (name, _) in _members.Where(member => !known.Contains(member.Key, StringComparer.Ordinal)))
        {
            Fail(name);
        }
    }

    /// <summary>Whether the member is there. An empty text counts as absent, as in parameters.</summary>
    public bool Has(string member) => _members[member] is { } value && TextOf(value) is not "";

    /// <summary>A text as it is; null if absent, or no scalar.</summary>
    public string? TextOf(string member) => Has(member) ? TextOf(_members[member]) : null;

    /// <summary>A text that satisfies a rule; null if absent or wrong.</summary>
    public string? Text(string member, Func<string, bool> fits)
    {
        if (!Has(member))
        {
            return null;
        }

        if (TextOf(_members[member]) is { } text && fits(text))
        {
            return text;
        }

        Fail(member);
        return null;
    }

    /// <summary>A whole number in a range; null if absent or wrong.</summary>
    public long? Number(string member, long min, long max) =>
        Text(member, text => NumberOf(text) is { } number && number >= min && number <= max) is { } given
            ? NumberOf(given)
            : null;

    /// <summary>True or false; null if absent or wrong.</summary>
    public bool? Flag(string member) =>
        Text(member, text => bool.TryParse(text, out _)) is { } given ? bool.Parse(given) : null;

    /// <summary>An object; null if absent or wrong.</summary>
    public ConfigObject? Object(string member)
    {
        if (!Has(member))
        {
            return null;
        }

        if (ObjectOf(_members[member]) is { } members)
        {
            return new ConfigObject($"{Name}.{member}", members, _root);
        }

        Fail(member);
        return null;
    }

    /// <summary>The texts of a list, which may be an array or one text with commas; null if absent or wrong.</summary>
    public IReadOnlyList<string>? List(string member)
    {
        if (!Has(member))
        {
            return null;
        }

        var items = (_members[member] as JsonArray)?.Select(TextOf).ToList()
            ?? TextOf(_members[member])?.Split(',', StringSplitOptions.TrimEntries).ToList<string?>();
        if (items?.TrueForAll(item => item is not null) == true)
        {
            return [.. items.OfType<string>().Where(item => item.Length > 0).Distinct(StringComparer.Ordinal)];
        }

        Fail(member);
        return null;
    }

    // Null for an object or an array.
    private static string? TextOf(JsonNode? value) =>
        value is not JsonValue scalar ? null
        : scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>()
        : scalar.ToJsonString();

    private static long? NumberOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonObject? ObjectOf(JsonNode? value) =>
        value as JsonObject ?? (TextOf(value) is { } text ? ObjectOf(text) : null);

    private static JsonObject? ObjectOf(string json) => CallerJson.OrNull(() => NodeOf(JsonElement.Parse(json)) as JsonObject);

    // The last of several members with one name counts. Reading every text finds those that are none.
    private static JsonNode? NodeOf(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject())
                {
                    members[member.Name] = NodeOf(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(NodeOf)]);
            case JsonValueKind.String:
                return JsonValue.Create(value.GetString());
            default:
                return JsonValue.Create(value);
        }
    }

    private static JsonObject Merge(JsonObject under, JsonObject over)
    {
        var merged = (JsonObject)under.DeepClone();
        foreach (var (name, value) in over)
        {
            merged[name] = ObjectOf(value) is { } inner && ObjectOf(merged[name]) is { } old
                ? Merge(old, inner)
                : value?.DeepClone();
        }

        return merged;
    }
}
