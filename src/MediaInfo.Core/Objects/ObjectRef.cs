using System.Buffers;
using System.Text;
using System.Xml;

namespace MediaInfo.Core.Objects;

/// <summary>An object in storage: its bucket (a blob container of the same name) and its key (the blob's name).</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The key, decoded: exactly the blob's name.</param>
public sealed record ObjectRef(string Bucket, string Key)
{
    /// <summary>The longest key, in characters: that of a blob's name.</summary>
    public const int MaxKeyLength = 1024;

    /// <summary>The longest text in which a caller may name an object: the longest key, percent-encoded, and what stands around it.</summary>
    public const int MaxTextLength = 16 * 1024;

    /// <summary>
    /// Whether a list of objects can show the key. Lists are XML: one key with a character that XML lacks (a control character,
    /// U+FFFE, half a surrogate pair) can make every list of its bucket unreadable.
    /// </summary>
    public static bool CanBeListed(string key)
    {
        for (var rest = key.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done
                || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
