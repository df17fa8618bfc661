using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Core.Library.Events;

/// <summary>The headers that let a receiver verify that an event is authentic.</summary>
/// <remarks>Source: "Callback authentication" of Intelligent Media Services.</remarks>
public static class EventSignature
{
    /// <summary>The time of this attempt, in Unix seconds.</summary>
    public const string TimestampHeader = "X-ICE-TIMESTAMP";

    /// <summary>The lower-case hex MD5 of "url|timestamp|key".</summary>
    public const string SignatureHeader = "X-ICE-SIGNATURE";

    /// <summary>The value of the signature header.</summary>
    /// <param name="url">The URL, exactly as the account configured it.</param>
    /// <param name="timestamp">The timestamp header's value.</param>
    /// <param name="key">The account's key.</param>
    [SuppressMessage("Security", "CA5351", Justification = "The vendor's documentation requires MD5.")]
    public static string Of(string url, string timestamp, string key) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{url}|{timestamp}|{key}")));
}
