using System.Text;
using MediaInfo.Api.Huawei.Signing;
using MediaInfo.Api.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Huawei.Mpc.Support;

/// <summary>A call signed as a Media Processing Center client signs it.</summary>
/// <param name="Method">The HTTP method.</param>
public sealed record MpcRequest(string Method)
{
    /// <summary>The rig's clock in the signature's time format.</summary>
    public const string Now = "20240229T120000Z";

    public string KeyId { get; init; } = "testid";

    public string Secret { get; init; } = "testsecret";

    public string Project { get; init; } = MpcRig.Project;

    public string Path => $"/v1/{Project}/extract-metadata";

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    public string Body { get; init; } = "";

    public string? ContentType { get; init; } = "application/json";

    /// <summary>The host in the signature.</summary>
    public string SignedHost { get; init; } = WireRequest.Host;

    /// <summary>Headers that are added to the usual ones or replace them. An empty value removes the header.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers that are sent but not signed.</summary>
    public IReadOnlyList<string> NotSigned { get; init; } = [];

    public string Algorithm { get; init; } = SdkHmacSignature.Algorithm;

    public static MpcRequest Create(string body) => new("POST") { Body = body };

    public static MpcRequest List(params (string Name, string Value)[] query) => new("GET") { Query = Pairs(query) };

    public static MpcRequest Cancel(params string[] ids) =>
        new("DELETE") { Query = Pairs([.. ids.Select(id => ("task_id", id))]) };

    public MpcRequest With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [header] = value } };

    public WireRequest ToWire()
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = ContentType ?? "",
            ["host"] = SignedHost,
            ["x-project-id"] = Project,
            ["x-sdk-date"] = Now,
        };
        foreach (var (name, value) in Headers)
        {
            headers[name] = value;
        }

        var there = headers.Where(header => header.Value.Length > 0).ToList();
        var sent = there.Where(header => header.Key is not ("host" or "content-type")).Append(
            new("Authorization", Authorization(there)));
        return new WireRequest(Method, Encode(Query))
        {
            Path = Path,
            ContentType = ContentType,
            Body = Encoding.UTF8.GetBytes(Body),
            Headers = new Dictionary<string, string>(sent, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static KeyValuePair<string, string>[] Pairs((string Name, string Value)[] query) =>
        [.. query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))];

    private static string Encode(IReadOnlyList<KeyValuePair<string, string>> query) =>
        query.Count == 0 ? "" : "?" + string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    private string Authorization(List<KeyValuePair<string, string>> headers)
    {
        var names = headers.Select(header => header.Key).Except(NotSigned, StringComparer.Ordinal).ToList();
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            dictionary[name] = value;
        }

        var signed = string.Join(';', names);
        var digest = dictionary[SdkHmacSignature.ContentDigestHeader].ToString();
        var request = SdkHmacSignature.CanonicalRequest(
            Method,
            SdkHmacSignature.CanonicalPath(Path),
            SdkHmacSignature.CanonicalQuery(Query),
            SdkHmacSignature.CanonicalHeaders(names, dictionary, SignedHost),
            signed,
            digest.Length > 0 ? digest : SdkHmacSignature.Digest(Encoding.UTF8.GetBytes(Body)));
        var text = SdkHmacSignature.StringToSign(dictionary[SdkHmacSignature.DateHeader].ToString(), request);
        return $"{Algorithm} Access={KeyId}, SignedHeaders={signed}, Signature={SdkHmacSignature.Sign(text, Secret)}";
    }
}
