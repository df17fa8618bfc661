using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>The signature of posts to subscribers, as pure functions.</summary>
/// <remarks>
/// Source: "Verify HTTP push message signatures" of Message Service, and the endpoints in its Java and Go samples; what they
/// check is a unit test.
/// </remarks>
public static class PushSignature
{
    /// <summary>The text to sign.</summary>
    /// <param name="headers">The headers of the post.</param>
    /// <param name="resource">The path with the query, as in the request line.</param>
    public static string StringToSign(IReadOnlyDictionary<string, string> headers, string resource)
    {
        var own = headers
            .Where(header => header.Key.StartsWith(MnsApi.HeaderPrefix, StringComparison.Ordinal))
            .Select(header => $"{header.Key}:{header.Value}")
            .Order(StringComparer.Ordinal);
        return string.Join(
            '\n',
            [
                "POST",
                headers.GetValueOrDefault("Content-MD5", ""),
                headers.GetValueOrDefault("Content-Type", ""),
                headers.GetValueOrDefault("Date", ""),
                .. own,
                resource,
            ]);
    }

    /// <summary>The signature as base64.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The vendor's receivers verify RSA with SHA-1.")]
    public static string Sign(string stringToSign, RSA key) => Convert.ToBase64String(
        key.SignData(Encoding.UTF8.GetBytes(stringToSign), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
}
