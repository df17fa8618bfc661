using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Core.Callbacks;

/// <summary>The headers by which a receiver knows that a posted message is genuine, new, and not a repeat.</summary>
public static class CallbackSignature
{
    /// <summary>Seconds since 1970, UTC, of this attempt.</summary>
    public const string TimestampHeader = "X-MediaInfo-Timestamp";

    /// <summary>The message's id, the same at every attempt.</summary>
    public const string DeliveryHeader = "X-MediaInfo-Delivery";

    /// <summary>"sha256=" and the lower-case hex HMAC-SHA256 of "timestamp.delivery.body".</summary>
    public const string SignatureHeader = "X-MediaInfo-Signature";

    /// <summary>The signature header's value.</summary>
    public static string Of(string key, string timestamp, string delivery, string body) =>
        "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}.{delivery}.{body}")));
}
