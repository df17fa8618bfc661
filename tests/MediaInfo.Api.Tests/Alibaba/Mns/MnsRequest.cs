using System.Text;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Alibaba.Mns;

/// <summary>A call signed as a client of Message Service signs it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Resource">Path and query.</param>
public sealed record MnsRequest(string Method, string Resource)
{
    /// <summary>The rig's clock in the header's format.</summary>
    public const string Now = "Thu, 29 Feb 2024 12:00:00 GMT";

    public string KeyId { get; init; } = "testid";

    public string Secret { get; init; } = "testsecret";

    public string Body { get; init; } = "";

    /// <summary>Headers that are added to the usual ones or replace them. An empty value removes the header.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static MnsRequest Get(string resource) => new("GET", resource);

    public static MnsRequest Put(string resource, string body = "") => new("PUT", resource) { Body = body };

    public static MnsRequest Post(string resource, string body) => new("POST", resource) { Body = body };

    public static MnsRequest Delete(string resource, string body = "") => new("DELETE", resource) { Body = body };

    public MnsRequest With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [header] = value } };

    public WireRequest ToWire()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Date"] = Now,
            ["x-mns-version"] = "2015-06-06",
            ["Content-Type"] = "text/xml;charset=UTF-8",
        };
        foreach (var (name, value) in Headers)
        {
            headers[name] = value;
        }

        var there = headers.Where(header => header.Value.Length > 0).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var signed = new HeaderDictionary();
        foreach (var (name, value) in there)
        {
            signed[name] = value;
        }

        var text = MnsSignature.StringToSign(
            Method, there.GetValueOrDefault("Date") ?? there.GetValueOrDefault("x-mns-date") ?? "", signed, Resource);
        there.TryAdd("Authorization", $"MNS {KeyId}:{MnsSignature.Sign(text, Secret)}");
        var parts = Resource.Split('?', 2);
        return new WireRequest(Method, parts.Length > 1 ? "?" + parts[1] : "")
        {
            Path = parts[0],
            ContentType = there.GetValueOrDefault("Content-Type"),
            Body = Encoding.UTF8.GetBytes(Body),
            Headers = there,
        };
    }
}
