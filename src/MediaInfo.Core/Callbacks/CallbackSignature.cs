using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Callbacks;

/// <summary>The headers that let a receiver verify that a posted message is authentic, fresh and not a duplicate.</summary>
public static class CallbackSignature
{
    /// <summary>The time of this attempt, in Unix seconds.</summary>
    public const string TimestampHeader = "X-MediaInfo-Timestamp";

    /// <summary>The message's id, the same for every attempt.</summary>
    public const string DeliveryHeader = "X-MediaInfo-Delivery";

    /// <summary>"sha256=" and the lower-case hex HMAC-SHA256 of "timestamp.delivery.body".</summary>
    public const string SignatureHeader = "X-MediaInfo-Signature";

    /// <summary>
    /// The text signed with an access key's secret to derive the callback key. Receivers compute it too, so it never changes.
    /// </summary>
    public const string KeyLabel = "MediaInfo callback key";

    /// <summary>
    /// The key that signs an account's messages: the configured key, or else one derived from the secret of its first access key.
    /// The receiver therefore need not hold a secret that signs requests. Null for an account that has neither.
    /// </summary>
    public static string? KeyOf(Account account) =>
        !string.IsNullOrEmpty(account.CallbackKey) ? account.CallbackKey
        : account.Keys is [var first, ..] ? Derive(first.Secret)
        : null;

    /// <summary>
    /// Derives the callback key from a secret: the lower-case hex HMAC-SHA256 of <see cref="KeyLabel"/> under it.
    /// </summary>
    public static string Derive(string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(KeyLabel)));

    /// <summary>The value of the signature header.</summary>
    public static string Of(string key, string timestamp, string delivery, string body) =>
        "sha256=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}.{delivery}.{body}")));
}
