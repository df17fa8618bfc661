using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Gateway.Signing;

/// <summary>What all vendors' SHA-256 signatures share: the canonical request, its digest and its HMAC.</summary>
internal static class CanonicalForm
{
    /// <summary>The query's parameters, sorted by name and then by value, and encoded.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{PercentEncoding.Encode(pair.Key)}={PercentEncoding.Encode(pair.Value)}"));

    /// <summary>The canonical request, from its canonical parts.</summary>
    public static string Request(
        string method, string path, string query, string headers, string signedHeaders, string contentDigest) =>
        $"{method}\n{path}\n{query}\n{headers}\n{signedHeaders}\n{contentDigest}";

    /// <summary>The SHA-256 of bytes as lower-case hex.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The HMAC-SHA256 of a text as lower-case hex.</summary>
    public static string Sign(string text, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
