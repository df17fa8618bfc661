using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>A type as its JSON context writes it.</summary>
/// <param name="Info">How the serializer writes it.</param>
internal sealed record WireType(JsonTypeInfo Info)
{
    /// <summary>Its name on the pages.</summary>
    public string Name => Info.Type.Name;

    /// <summary>Its members, in the order in which they are written.</summary>
    public IReadOnlyList<WireMember> Members { get; } =
    [
        .. Info.Properties
            .Where(property => property is { Get: not null, AttributeProvider: PropertyInfo })
            .OrderBy(property => property.Order)
            .Select(property => new WireMember(property, (PropertyInfo)property.AttributeProvider!)),
    ];

    /// <summary>The types that a context declares, each followed by the types of its members.</summary>
    /// <param name="context">The context.</param>
    /// <param name="roots">Those of its types that count; all if there are none.</param>
    public static IReadOnlyList<WireType> Of(JsonSerializerContext context, params IReadOnlyList<Type> roots)
    {
        var found = new List<WireType>();
        foreach (var root in context.GetType().GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .Where(type => roots.Count == 0 || roots.Contains(type)))
        {
            Add(root, context, found);
        }

        return found;
    }

    /// <summary>Whether a JSON object has this type's members: all that are never absent, and no others.</summary>
    public bool Fits(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject().All(member => Members.Any(known => known.HasName(member.Name)))
        && Members.Where(member => !member.IsNullable).All(member => json.TryGetProperty(member.Name, out _));

    private static void Add(Type type, JsonSerializerContext context, List<WireType> found)
    {
        if (context.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } info || found.Exists(known => known.Info == info))
        {
            return;
        }

        var wire = new WireType(info);
        found.Add(wire);
        foreach (var member in wire.Members)
        {
            Add(member.ItemType, context, found);
        }
    }
}
