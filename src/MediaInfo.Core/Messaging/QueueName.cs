using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Messaging;

/// <summary>The rule for names of message queues and topics, that of the vendor's message service.</summary>
public static class QueueName
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 256;

    /// <summary>The rule, for error messages.</summary>
    public const string Rule =
        "1 to 256 letters, digits, hyphens and underscores, with a letter or a digit at the beginning";

    private const string MappedPrefix = "mns-";
    private const int DigestLength = 52;

    /// <summary>Whether the name is legal.</summary>
    public static bool IsLegal(string name) =>
        name.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>
    /// The name in a storage that has stricter rules: the name itself if it keeps them, otherwise a digest of it.
    /// </summary>
    /// <remarks>
    /// No two names share one: nobody may use a name that <see cref="IsMapped"/>, and a digest is as good as unique.
    /// </remarks>
    public static string Stored(string name) => BucketName.IsLegal(name)
        ? name
        : MappedPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestLength];

    /// <summary>Whether the name has the form of the names that stand for others. It is reserved.</summary>
    public static bool IsMapped(string name) =>
        name.Length == MappedPrefix.Length + DigestLength
        && name.StartsWith(MappedPrefix, StringComparison.Ordinal)
        && name.Skip(MappedPrefix.Length).All(char.IsAsciiHexDigitLower);
}
