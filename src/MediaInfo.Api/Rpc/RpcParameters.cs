using System.Diagnostics.CodeAnalysis;
using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaInfo.Api.Rpc;

/// <summary>The parameters of a request: those of the query, and over them those of a form body. Names keep their case.</summary>
public sealed class RpcParameters
{
    private const string FormType = "application/x-www-form-urlencoded";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private RpcParameters()
    {
    }

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
        parameters.Add(request.QueryString.AsMemory());
        if (request.Headers.ContentType.ToString().StartsWith(FormType, StringComparison.OrdinalIgnoreCase))
        {
            parameters.Add(System.Text.Encoding.UTF8.GetString(request.Body.Span).AsMemory());
        }

        return parameters;
    }

    private void Add(ReadOnlyMemory<char> encoded)
    {
        foreach (var pair in new QueryStringEnumerable(encoded))
        {
            _values[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }
    }
}
