using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>The signature of Message Service by HMAC-SHA1, as pure functions.</summary>
/// <remarks>Source: "Sign requests" of the product and its clients; the Java client's test vectors are unit tests.</remarks>
public static class MnsSignature
{
    /// <summary>The scheme's name in the Authorization header.</summary>
    public const string Scheme = "MNS";

    /// <summary>The text to sign.</summary>
    /// <param name="method">HTTP method, upper case.</param>
    /// <param name="date">The time as sent.</param>
    /// <param name="headers">The request's headers.</param>
    /// <param name="resource">The path with the query, as sent.</param>
    public static string StringToSign(string method, string date, IHeaderDictionary headers, string resource) =>
        $"{method}\n{headers.ContentMD5}\n{headers.ContentType}\n{date}\n{SignedHeaders(headers)}{resource}";

    /// <summary>The signature as base64.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is HMAC-SHA1.")]
    public static string Sign(string stringToSign, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));

    /// <summary>The product's own headers, one a line, sorted by name in lower case.</summary>
    internal static string SignedHeaders(IHeaderDictionary headers) => string.Concat(headers
        .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString()))
        .Where(header => header.Name.StartsWith(MnsApi.HeaderPrefix, StringComparison.Ordinal))
        .OrderBy(header => header.Name, StringComparer.Ordinal)
        .Select(header => $"{header.Name}:{header.Value}\n"));
}
