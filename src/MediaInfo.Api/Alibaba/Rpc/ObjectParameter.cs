using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>
/// An object parameter: JSON text in one parameter, as the generated SDKs send it, or one parameter per member ("Input.Type"), as
/// generic clients flatten it. If both are present, the JSON wins.
/// </summary>
public sealed class ObjectParameter
{
    private readonly IReadOnlyDictionary<string, string> _members;

    private ObjectParameter(IReadOnlyDictionary<string, string> members) => _members = members;

    /// <summary>A member's text, with numbers and booleans as written; null if absent, null or empty.</summary>
    public string? this[string member] => _members.TryGetValue(member, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads the parameter.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The parameter; null if absent.</param>
    /// <returns>False if the text is not a JSON object of scalars.</returns>
    public static bool TryRead(RpcParameters parameters, string name, out ObjectParameter? value)
    {
        value = parameters[name] is { } json ? FromJson(json) : null;
        return value is not null || parameters[name] is null;
    }

    private static ObjectParameter? FromJson(string json) => CallerJson.OrNull(() =>
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? FromMembers(document.RootElement) : null;
    });

    private static ObjectParameter? FromMembers(JsonElement json)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return null;
            }

            members[member.Name] = member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null
                ? member.Value.ToString()
                : member.Value.GetRawText();
        }

        return new ObjectParameter(members);
    }
}
