using System.Text;
using MediaInfo.Api.Gateway.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Huawei.Signing;

/// <summary>Huawei's signature (SDK-HMAC-SHA256) as a chain of pure functions.</summary>
/// <remarks>Source: the vendor's API request signing guide and its SDKs; requests signed by an SDK are unit tests.</remarks>
public static class SdkHmacSignature
{
    /// <summary>The algorithm's name in the Authorization header.</summary>
    public const string Algorithm = "SDK-HMAC-SHA256";

    /// <summary>The header with the time of signing. It is the only one that every SDK signs.</summary>
    public const string DateHeader = "x-sdk-date";

    /// <summary>The header with the digest of the body, or <see cref="UnsignedPayload"/>.</summary>
    public const string ContentDigestHeader = "x-sdk-content-sha256";

    /// <summary>Replaces the digest of an unsigned body.</summary>
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>The path, each segment encoded, with a trailing slash even if the request has none.</summary>
    /// <param name="path">The path, percent-decoded once.</param>
    public static string CanonicalPath(string path)
    {
        var encoded = PercentEncoding.EncodePath(path);
        return encoded.EndsWith('/') ? encoded : encoded + "/";
    }

    /// <summary>The query's parameters, sorted by name and then by value, and encoded.</summary>
    public static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> query) => CanonicalForm.Query(query);

    /// <summary>The signed headers, one per line: name, colon, trimmed value.</summary>
    /// <param name="names">The names in the order sent.</param>
    /// <param name="headers">The request's headers.</param>
    /// <param name="host">The value to use for the Host header.</param>
    public static string CanonicalHeaders(IEnumerable<string> names, IHeaderDictionary headers, string host) =>
        string.Concat(names.Select(name => name.ToLowerInvariant()).Select(name =>
            $"{name}:{(name is "host" ? host : headers[name].ToString().Trim())}\n"));

    /// <summary>The canonical request.</summary>
    public static string CanonicalRequest(
        string method,
        string canonicalPath,
        string canonicalQuery,
        string canonicalHeaders,
        string signedHeaders,
        string contentDigest) =>
        CanonicalForm.Request(method, canonicalPath, canonicalQuery, canonicalHeaders, signedHeaders, contentDigest);

    /// <summary>The text to sign.</summary>
    /// <param name="date">The time as sent.</param>
    /// <param name="canonicalRequest">The result of <see cref="CanonicalRequest"/>.</param>
    public static string StringToSign(string date, string canonicalRequest) =>
        $"{Algorithm}\n{date}\n{Digest(Encoding.UTF8.GetBytes(canonicalRequest))}";

    /// <summary>The signature as lower-case hex.</summary>
    public static string Sign(string stringToSign, string secret) => CanonicalForm.Sign(stringToSign, secret);

    /// <summary>The digest of a body.</summary>
    public static string Digest(ReadOnlySpan<byte> body) => CanonicalForm.Digest(body);
}
