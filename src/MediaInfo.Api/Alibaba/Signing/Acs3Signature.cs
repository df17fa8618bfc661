using System.Text;
using MediaInfo.Api.Gateway.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>Alibaba's signature version 3 (ACS3-HMAC-SHA256) as a chain of pure functions.</summary>
/// <remarks>Source: "V3 request structure and signature"; the worked examples are unit tests.</remarks>
public static class Acs3Signature
{
    /// <summary>The algorithm's name in the Authorization header.</summary>
    public const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>The header with the digest of the body.</summary>
    public const string ContentDigestHeader = "x-acs-content-sha256";

    /// <summary>The headers that a signature must cover, besides those the caller adds.</summary>
    public static IReadOnlyList<string> RequiredHeaders { get; } =
        ["host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", ContentDigestHeader];

    /// <summary>The parameters of the query, sorted by name and encoded.</summary>
    public static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> query) => CanonicalForm.Query(query);

    /// <summary>
    /// The signed headers, one per line: name, colon, trimmed value; several values sorted and joined by a comma.
    /// </summary>
    public static string CanonicalHeaders(IEnumerable<string> signedHeaders, IHeaderDictionary headers) =>
        string.Concat(signedHeaders.Select(name => $"{name}:{ValueOf(headers, name)}\n"));

    /// <summary>The canonical request.</summary>
    /// <param name="method">HTTP method, upper case.</param>
    /// <param name="path">The path; "/" in this protocol.</param>
    /// <param name="canonicalQuery">The result of <see cref="CanonicalQuery"/>.</param>
    /// <param name="canonicalHeaders">The result of <see cref="CanonicalHeaders"/>.</param>
    /// <param name="signedHeaders">The names as sent, joined by ";".</param>
    /// <param name="contentDigest">Lower-case hex SHA-256 of the body.</param>
    public static string CanonicalRequest(
        string method, string path, string canonicalQuery, string canonicalHeaders, string signedHeaders, string contentDigest) =>
        CanonicalForm.Request(method, path, canonicalQuery, canonicalHeaders, signedHeaders, contentDigest);

    /// <summary>The text to sign.</summary>
    public static string StringToSign(string canonicalRequest) =>
        $"{Algorithm}\n{Digest(Encoding.UTF8.GetBytes(canonicalRequest))}";

    /// <summary>The signature as lower-case hex.</summary>
    public static string Sign(string stringToSign, string secret) => CanonicalForm.Sign(stringToSign, secret);

    /// <summary>The digest of a body as in the header.</summary>
    public static string Digest(ReadOnlySpan<byte> body) => CanonicalForm.Digest(body);

    private static string ValueOf(IHeaderDictionary headers, string name) =>
        string.Join(',', headers[name].Select(value => (value ?? "").Trim()).Order(StringComparer.Ordinal));
}
