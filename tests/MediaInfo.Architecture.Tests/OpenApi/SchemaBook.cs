using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>The schemas of wire types, of which only those that an operation refers to are written.</summary>
internal sealed class SchemaBook
{
    private readonly SortedDictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    /// <summary>The schemas that were referred to, by name.</summary>
    public JsonObject Write() =>
        new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    /// <summary>Adds a schema that is no wire type's.</summary>
    public JsonObject Refer(string name, Func<JsonObject> schema)
    {
        if (!_schemas.ContainsKey(name))
        {
            _schemas[name] = [];
            _schemas[name] = schema();
        }

        return To(name);
    }

    /// <summary>A reference to a wire type of a page; null if the page has no such type.</summary>
    public JsonObject? Refer(ApiPage page, string type) =>
        page.Types.FirstOrDefault(known => string.Equals(known.Name, type, StringComparison.Ordinal)) is { } found
            ? Refer($"{page.Name}.{type}", () => Of(page, found))
            : null;

    private static JsonObject To(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private JsonObject Of(ApiPage page, WireType type)
    {
        var required = type.Members.Where(member => member.Absent is "never").Select(member => (JsonNode)member.Name).ToArray();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = Plain.Text(DocComments.Of(type.Info.Type)),
            ["properties"] = new JsonObject(type.Members.Select(
                member => KeyValuePair.Create(member.Name, (JsonNode?)Of(page, type, member)))),
        };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private JsonObject Of(ApiPage page, WireType type, WireMember member)
    {
        var item = page.Types.FirstOrDefault(known => known.Info.Type == member.ItemType) is { } known
            ? Refer(page, known.Name)!
            : OfValue(member.ItemType);
        var schema = member.IsList ? new JsonObject { ["type"] = "array", ["items"] = item } : item;
        schema["description"] = Plain.Text(member.Meaning);
        if (member.Absent is not ("never" or ""))
        {
            schema["x-absent"] = Plain.Text(member.Absent);
        }

        if (page.ExampleOf(type, member) is { Length: > 0 } example && !schema.ContainsKey("$ref") && Parsed(example) is { } value)
        {
            schema["examples"] = new JsonArray(value);
        }

        return schema;
    }

    private static JsonObject OfValue(Type type) =>
        type == typeof(bool) ? Typed("boolean")
        : type == typeof(JsonElement) ? []
        : Settings.ItemOf(type) is not null ? new() { ["type"] = "object", ["additionalProperties"] = Typed("string") }
        : type == typeof(decimal) || type == typeof(double) || type == typeof(float) ? Typed("number")
        : type.IsPrimitive ? Typed("integer")
        : type.Name is "JsonValue" ? new() { ["type"] = new JsonArray("number", "string") }
        : Typed("string");

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    // A text that was cut is no JSON.
    private static JsonNode? Parsed(string example)
    {
        try
        {
            return JsonNode.Parse(example);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
