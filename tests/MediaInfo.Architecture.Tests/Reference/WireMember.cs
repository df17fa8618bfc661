using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>A member of a wire type.</summary>
/// <param name="Info">How the serializer writes it.</param>
/// <param name="Property">The property.</param>
internal sealed partial record WireMember(JsonPropertyInfo Info, PropertyInfo Property)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Its name in JSON.</summary>
    public string Name => Info.Name;

    /// <summary>Whether it may be absent: null is never written.</summary>
    public bool IsNullable { get; } = Nullability.Create(Property).ReadState == NullabilityState.Nullable;

    /// <summary>The type of the value, or of a list's items.</summary>
    public Type ItemType
    {
        get
        {
            var type = Nullable.GetUnderlyingType(Info.PropertyType) ?? Info.PropertyType;
            return IsList ? Settings.ItemOf(type)! : type;
        }
    }

    /// <summary>Whether the value is a list.</summary>
    public bool IsList =>
        Settings.ItemOf(Info.PropertyType) is { } item && !item.Name.StartsWith("KeyValuePair", StringComparison.Ordinal);

    /// <summary>What the value means, with its unit.</summary>
    public string Meaning => Absence().Replace(DocComments.Of(Property), ".").Replace(" Required.", "", StringComparison.Ordinal);

    /// <summary>
    /// When the member is absent: "never", or what its own comment says ("; null until then"), or else what its type's comment
    /// says of all ("A member is absent if …"). Empty if neither says it.
    /// </summary>
    public string Absent => Absence().Match(DocComments.Of(Property)) is { Success: true } own ? own.Groups["when"].Value
        : !IsNullable || DocComments.Of(Property).Contains("Required.", StringComparison.Ordinal) ? "never"
        : DocComments.Sentence(DocComments.Of(Property.DeclaringType!, "remarks"), "A member is absent");

    /// <summary>An example that the comment gives; empty if golden files have one.</summary>
    public string Example => DocComments.Of(Property, "example");

    /// <summary>Whether JSON uses this name.</summary>
    public bool HasName(string name) => string.Equals(Name, name, StringComparison.Ordinal);

    /// <summary>The type in the words of JSON.</summary>
    /// <param name="known">The types of the page, which it links to.</param>
    public string TypeIn(IReadOnlyCollection<WireType> known)
    {
        var word = known.Any(type => type.Info.Type == ItemType) ? $"[{ItemType.Name}](#{ItemType.Name.ToLowerInvariant()})"
            : ItemType == typeof(bool) ? "boolean"
            : ItemType == typeof(JsonElement) ? "JSON"
            : Settings.ItemOf(ItemType) is not null ? "object of strings"
            : ItemType.IsPrimitive || ItemType == typeof(decimal) ? "number"
            : ItemType.Name is "JsonValue" ? "number or string"
            : "string";
        return IsList ? $"list of {word}" : word;
    }

    [GeneratedRegex(
        @"[;.] (?i:absent|null|omitted) (?<when>[^.;]+)[.;]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Absence();
}
