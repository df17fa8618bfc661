using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The ETag header of a success.</summary>
/// <remarks>Source: published answers of the vendor's gateway, whose tags this computes from their bodies.</remarks>
public static class EntityTag
{
    /// <summary>
    /// The body's MD5 in base64 without padding, between the first and the last digit of its length: "5TMxmkRtXpXAdkf/r7rDdEA2"
    /// for 52 bytes.
    /// </summary>
    /// <param name="body">The body, not empty.</param>
    [SuppressMessage("Security", "CA5351", Justification = "The vendor's tag is an MD5. Nothing relies on it.")]
    public static string Of(ReadOnlySpan<byte> body)
    {
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        return $"{length[0]}{Convert.ToBase64String(MD5.HashData(body)).TrimEnd('=')}{length[^1]}";
    }
}
