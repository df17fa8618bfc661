using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Rpc;

/// <summary>
/// The parameters of a request: those of the query, and over them those of a form or JSON body. Names keep their case.
/// </summary>
public sealed class RpcParameters
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _query = [];

    private RpcParameters()
    {
    }

    /// <summary>The parameters of the query alone, as often as they were sent: signature version 3 signs these.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    /// <summary>Whether the body says that it is JSON and is not, or holds half a surrogate pair, which is no text.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>How many parameters there are, each as often as it was sent.</summary>
    public int Count { get; private set; }

    /// <summary>Every parameter, decoded ("+" and "%20" are both a space).</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>A parameter's value; null when it is absent or empty.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Whether the parameter is there, be it empty.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value) => _values.TryGetValue(name, out value);

    /// <summary>Reads the parameters of a request.</summary>
    public static RpcParameters Of(ApiRequest request)
    {
        var parameters = new RpcParameters();
        parameters._query.AddRange(EncodedPairs.Decode(request.QueryString));
        parameters.Add(parameters._query);
        var type = request.Headers.ContentType.ToString();
        if (type.StartsWith(FormType, StringComparison.OrdinalIgnoreCase))
        {
            parameters.Add(EncodedPairs.Decode(Encoding.UTF8.GetString(request.Body.Span)));
        }
        else if (type.StartsWith(JsonType, StringComparison.OrdinalIgnoreCase))
        {
            var members = JsonMembers(request.Body);
            parameters.IsBroken = members is null;
            parameters.Add(members ?? []);
        }

        return parameters;
    }

    // Text members as they are, all else as its JSON text. A body that is empty, or JSON of another kind, holds no parameter.
    private static List<KeyValuePair<string, string>>? JsonMembers(ReadOnlyMemory<byte> body)
    {
        return body.IsEmpty ? [] : CallerJson.OrNull(() =>
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? MembersOf(document.RootElement) : [];
        });

        static List<KeyValuePair<string, string>> MembersOf(JsonElement json) =>
            [.. json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.ToString()))];
    }

    private void Add(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            _values[name] = value;
            Count++;
        }
    }
}
