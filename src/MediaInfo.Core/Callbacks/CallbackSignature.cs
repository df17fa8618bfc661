using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Accounts;

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

    /// <summary>What an access key's secret signs to give the callback key. Receivers compute it too: it never changes.</summary>
    public const string KeyLabel = "MediaInfo callback key";

    /// <summary>
    /// The key that signs an account's messages: the one that it is set to, else one derived from the secret of its first access
    /// key, so that who checks callbacks need not hold what signs requests. Null for an account that has neither.
    /// </summary>
    public static string? KeyOf(Account account) =>
        !string.IsNullOrEmpty(account.CallbackKey) ? account.CallbackKey
        : account.Keys is [var first, ..] ? Derive(first.Secret)
        : null;

    /// <summary>The callback key of a secret: the lower-case hex HMAC-SHA256 of <see cref="KeyLabel"/> under it.</summary>
    public static string Derive(string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(KeyLabel)));

    /// <summary>The signature header's value.</summary>
    public static string Of(string key, string timestamp, string delivery, string body) =>
        "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}.{delivery}.{body}")));
}
