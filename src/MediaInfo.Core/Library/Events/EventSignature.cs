using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Core.Library.Events;

/// <summary>The headers by which a receiver knows that an event is genuine.</summary>
/// <remarks>Source: "Callback authentication" of Intelligent Media Services.</remarks>
public static class EventSignature
{
    /// <summary>Seconds since 1970, UTC, of this attempt.</summary>
    public const string TimestampHeader = "X-ICE-TIMESTAMP";

    /// <summary>The lower-case hex MD5 of "url|timestamp|key".</summary>
    public const string SignatureHeader = "X-ICE-SIGNATURE";

    /// <summary>The signature header's value.</summary>
    /// <param name="url">The address that the account set, as it set it.</param>
    /// <param name="timestamp">The timestamp header's value.</param>
    /// <param name="key">The account's key.</param>
    [SuppressMessage("Security", "CA5351", Justification = "The vendor's document asks for MD5.")]
    public static string Of(string url, string timestamp, string key) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{url}|{timestamp}|{key}")));
}
