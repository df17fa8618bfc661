using System.Security.Cryptography;
using System.Text;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Gateway.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Message Service's signature version 4 (MNS4-HMAC-SHA256), as pure functions.</summary>
/// <remarks>Source: the vendor's Java client; its test vectors are unit tests.</remarks>
public static class MnsSignature4
{
    /// <summary>The algorithm's name in the Authorization header.</summary>
    public const string Algorithm = "MNS4-HMAC-SHA256";

    /// <summary>The last part of a scope.</summary>
    public const string Request = "aliyun_v4_request";

    private const string KeyPrefix = "aliyun_v4";

    /// <summary>The text to sign.</summary>
    /// <param name="method">HTTP method, upper case.</param>
    /// <param name="path">The path, decoded.</param>
    /// <param name="query">The query with its "?", as sent; empty for none.</param>
    /// <param name="headers">The request's headers.</param>
    /// <param name="signedAt">The time of the header Date.</param>
    /// <param name="scope">Day, region, product and <see cref="Request"/>, joined by "/".</param>
    public static string StringToSign(
        string method, string path, string query, IHeaderDictionary headers, DateTimeOffset signedAt, string scope)
    {
        var encoded = PercentEncoding.EncodePath(path);
        return $"{Algorithm}\n{signedAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}\n{scope}\n"
            + $"{method}\n{encoded}\n{CanonicalQuery(query)}\n{CanonicalHeaders(headers)}\n";
    }

    /// <summary>The signature as lower-case hex.</summary>
    public static string Sign(string stringToSign, string secret, string scope)
    {
        var key = Encoding.UTF8.GetBytes(KeyPrefix + secret);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    // Names in lower case; of a repeated name the last value counts, as in the client's map.
    private static string CanonicalQuery(string query) => string.Join('&', EncodedPairs.Decode(query)
        .GroupBy(pair => PercentEncoding.Encode(pair.Key.Trim().ToLowerInvariant()), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Last().Value.Trim() is { Length: > 0 } value
            ? $"{group.Key}={PercentEncoding.Encode(value)}"
            : group.Key));

    private static string CanonicalHeaders(IHeaderDictionary headers) => string.Concat(headers
        .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString().Trim()))
        .Where(header => header.Name is "content-type" or "content-md5"
            || header.Name.StartsWith(MnsApi.HeaderPrefix, StringComparison.Ordinal))
        .OrderBy(header => header.Name, StringComparer.Ordinal)
        .Select(header => $"{header.Name}:{header.Value}\n"));
}
