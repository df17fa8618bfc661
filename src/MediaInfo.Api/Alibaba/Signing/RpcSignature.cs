using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Api.Gateway.Signing;

namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>Alibaba's RPC signature, version 1.0 (HMAC-SHA1), as a chain of pure functions.</summary>
/// <remarks>Source: "Request signatures" of the vendor's RPC style APIs; the worked example is a unit test.</remarks>
public static class RpcSignature
{
    /// <summary>The parameter with the signature, which is not signed itself.</summary>
    public const string SignatureParameter = "Signature";

    /// <summary>The sorted and encoded parameters.</summary>
    public static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters
            .Where(pair => !string.Equals(pair.Key, SignatureParameter, StringComparison.Ordinal))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{PercentEncoding.Encode(pair.Key)}={PercentEncoding.Encode(pair.Value)}"));

    /// <summary>The text to sign.</summary>
    /// <param name="method">The request's HTTP method, upper case.</param>
    /// <param name="canonicalQuery">The result of <see cref="CanonicalQuery"/>.</param>
    public static string StringToSign(string method, string canonicalQuery) =>
        $"{method}&%2F&{PercentEncoding.Encode(canonicalQuery)}";

    /// <summary>The signature as base64.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is HMAC-SHA1.")]
    public static string Sign(string stringToSign, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret + "&"), Encoding.UTF8.GetBytes(stringToSign)));
}
