using System.Globalization;
using System.Text;
using MediaInfo.Api.Alibaba.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Support;

/// <summary>
/// A call as a client of signature version 3 writes it: the action in headers, the parameters in the query or the body.
/// </summary>
/// <param name="Action">The action named in the header.</param>
public sealed record Acs3Request(string Action)
{
    private static int _nonces;

    public string Method { get; init; } = "POST";

    public string KeyId { get; init; } = "testid";

    public string Secret { get; init; } = "testsecret";

    public string Date { get; init; } = RpcRequest.Now;

    public string? SecurityToken { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    public string? ContentType { get; init; }

    public IReadOnlyList<byte> Body { get; init; } = [];

    /// <summary>Signed headers that replace the usual ones. An empty value removes the header.</summary>
    public IReadOnlyDictionary<string, string> Instead { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers that are sent but not signed.</summary>
    public IReadOnlyList<string> NotSigned { get; init; } = [];

    /// <summary>The first word of the Authorization header, before its three parts.</summary>
    public string Algorithm { get; init; } = Acs3Signature.Algorithm;

    private string Nonce { get; } =
        string.Create(CultureInfo.InvariantCulture, $"version 3 nonce {Interlocked.Increment(ref _nonces)}");

    /// <summary>A complete call with its parameters in the query.</summary>
    public static Acs3Request Of(string action, params (string Name, string Value)[] query) =>
        new(action) { Query = [.. query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))] };

    public Acs3Request With(string header, string value) =>
        this with { Instead = new Dictionary<string, string>(Instead, StringComparer.Ordinal) { [header] = value } };

    public Acs3Request WithForm(string form) =>
        this with { ContentType = "application/x-www-form-urlencoded", Body = Encoding.UTF8.GetBytes(form) };

    public Acs3Request WithJson(string json) =>
        this with { ContentType = "application/json; charset=utf-8", Body = Encoding.UTF8.GetBytes(json) };

    public WireRequest ToWire()
    {
        var headers = Headers();
        var sent = headers.Where(header => header.Value.Length > 0 && header.Key is not "content-type")
            .Append(KeyValuePair.Create("Authorization", Authorization(headers)));
        var query = string.Join('&', Query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return new WireRequest(Method, query.Length > 0 ? "?" + query : "")
        {
            ContentType = ContentType,
            Body = Body,
            Headers = new Dictionary<string, string>(sent, StringComparer.OrdinalIgnoreCase),
        };
    }

    private SortedDictionary<string, string> Headers()
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = WireRequest.Host,
            ["x-acs-action"] = Action,
            ["x-acs-content-sha256"] = Acs3Signature.Digest([.. Body]),
            ["x-acs-date"] = Date,
            ["x-acs-signature-nonce"] = Nonce,
            ["x-acs-version"] = "2014-06-18",
        };
        foreach (var (name, value) in new[] { ("content-type", ContentType), ("x-acs-security-token", SecurityToken) })
        {
            if (value is not null)
            {
                headers[name] = value;
            }
        }

        foreach (var (name, value) in Instead)
        {
            headers[name] = value;
        }

        return headers;
    }

    private string Authorization(SortedDictionary<string, string> headers)
    {
        var names = headers.Keys.Except(NotSigned, StringComparer.Ordinal).ToList();
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            dictionary[name] = value;
        }

        var signed = string.Join(';', names);
        var request = Acs3Signature.CanonicalRequest(
            Method,
            "/",
            Acs3Signature.CanonicalQuery(Query),
            Acs3Signature.CanonicalHeaders(names, dictionary),
            signed,
            headers["x-acs-content-sha256"]);
        var signature = Acs3Signature.Sign(Acs3Signature.StringToSign(request), Secret);
        return $"{Algorithm} Credential={KeyId},SignedHeaders={signed},Signature={signature}";
    }
}
