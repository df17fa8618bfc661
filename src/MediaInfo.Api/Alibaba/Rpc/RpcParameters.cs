using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>
/// A request's parameters: those of the query, overridden by those of a form or JSON body. Names are case-sensitive.
/// </summary>
public sealed class RpcParameters
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _query = [];
    private readonly Lazy<FlattenedObjects> _flattened;

    private RpcParameters() => _flattened = new Lazy<FlattenedObjects>(() => new FlattenedObjects(_values));

    /// <summary>Only the query's parameters, with repetitions: signature version 3 signs these.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    /// <summary>Whether the body claims to be JSON but is not, or contains an unpaired surrogate, which is not text.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The number of parameters, counting repetitions.</summary>
    public int Count { get; private set; }

    /// <summary>Every parameter, decoded ("+" and "%20" are both a space).</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>
    /// A parameter's value; null if absent or empty. An object or a list that was sent as one parameter for each of its values is
    /// its JSON text.
    /// </summary>
    public string? this[string name] =>
        _values.TryGetValue(name, out var value) && value.Length > 0 ? value : _flattened.Value[name];

    /// <summary>
    /// The values of a list, trimmed, without empty ones and duplicates: comma-separated, as JSON, or one parameter for each
    /// value ("Ids.1"). Null if absent.
    /// </summary>
    public IReadOnlyList<string>? List(string name) => this[name] is { } text
        ? [.. (ItemsOf(text) ?? (IEnumerable<string>)text.Split(','))
            .Select(value => value.Trim())
            .Where(value => value.Length > 0)
            .Distinct(StringComparer.Ordinal)]
        : null;

    /// <summary>Whether the parameter is present, even if empty.</summary>
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

    // Null for a text that is not a JSON list.
    private static List<string>? ItemsOf(string text) => text[0] is not '[' ? null : CallerJson.OrNull(() =>
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement.EnumerateArray().Select(TextOf).ToList()
            : null;
    });

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    // Text members unchanged, everything else as its JSON text. An empty body or other kind of JSON has no parameters.
    private static List<KeyValuePair<string, string>>? JsonMembers(ReadOnlyMemory<byte> body)
    {
        return body.IsEmpty ? [] : CallerJson.OrNull(() =>
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? MembersOf(document.RootElement) : [];
        });

        static List<KeyValuePair<string, string>> MembersOf(JsonElement json) =>
            [.. json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, TextOf(member.Value)))];
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
