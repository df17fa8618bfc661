using System.Text;
using MediaInfo.Api.Alibaba.Signing;

namespace MediaInfo.Api.Tests.Support;

/// <summary>A call as a client writes it, signed with signature version 1.0.</summary>
public sealed record RpcRequest
{
    public const string Now = "2024-02-29T12:00:00Z";

    private static int _nonces;

    private IReadOnlyDictionary<string, string> _parameters = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Method { get; init; } = "POST";

    /// <summary>Whether the parameters are in a form instead of the query.</summary>
    public bool AsForm { get; init; }

    public string? Accept { get; init; }

    public string Secret { get; init; } = "testsecret";

    /// <summary>A complete MPS call with every parameter that a signature needs. The answer is JSON.</summary>
    public static RpcRequest Of(string action, params (string Name, string Value)[] parameters) => new RpcRequest().With(
        [
            ("Action", action),
            ("Version", "2014-06-18"),
            ("Format", "JSON"),
            ("AccessKeyId", "testid"),
            ("SignatureMethod", "HMAC-SHA1"),
            ("SignatureVersion", "1.0"),
            ("SignatureNonce", $"nonce {Interlocked.Increment(ref _nonces)}"),
            ("Timestamp", Now),
            .. parameters,
        ]);

    public RpcRequest With(params (string Name, string Value)[] parameters)
    {
        var all = new Dictionary<string, string>(_parameters, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return this with { _parameters = all };
    }

    public RpcRequest Without(string name)
    {
        var all = new Dictionary<string, string>(_parameters, StringComparer.Ordinal);
        Assert.True(all.Remove(name));
        return this with { _parameters = all };
    }

    public RpcRequest By(string keyId, string secret) => With(("AccessKeyId", keyId)) with { Secret = secret };

    /// <summary>The parameters with their signature.</summary>
    public IReadOnlyDictionary<string, string> Sign()
    {
        var text = RpcSignature.StringToSign(Method, RpcSignature.CanonicalQuery(_parameters));
        return With((RpcSignature.SignatureParameter, RpcSignature.Sign(text, Secret)))._parameters;
    }

    public WireRequest ToWire() => ToWire(Sign());

    /// <summary>The request with these parameters, signed or not.</summary>
    public WireRequest ToWire(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var encoded =
            string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return new WireRequest(Method, AsForm ? "" : "?" + encoded)
        {
            ContentType = AsForm ? "application/x-www-form-urlencoded" : null,
            Body = AsForm ? Encoding.UTF8.GetBytes(encoded) : [],
            Accept = Accept,
        };
    }
}
