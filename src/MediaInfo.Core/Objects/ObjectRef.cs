using System.Text.Json.Serialization;
using System.Buffers;
using System.Text;
using System.Xml;

namespace MediaInfo.Core.Objects;

/// <summary>An object in storage: its bucket (a blob container of the same name) and its key (the blob's name).</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The decoded key: exactly the blob's name.</param>
public sealed record ObjectRef(string Bucket, string Key)
{
    /// <summary>The maximum key length in characters: that of a blob name.</summary>
    public const int MaxKeyLength = 1024;

    /// <summary>
    /// The maximum length of a text that names an object: room for the longest key, percent-encoded, and the rest of the URL.
    /// </summary>
    public const int MaxTextLength = 16 * 1024;

    /// <summary>The part of the key after its last slash.</summary>
    [JsonIgnore]
    public string FileName => Key[(Key.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The key that a text names if a plus in it stands for a space, as in forms; null if that is no other key.
    /// </summary>
    /// <param name="text">The key as the caller sent it, percent-encoded.</param>
    public static string? FormKeyOf(string text) =>
        text.Contains('+', StringComparison.Ordinal)
        && Uri.UnescapeDataString(text.Replace('+', ' ')) is { Length: <= MaxKeyLength } key
            ? key
            : null;

    /// <summary>
    /// Whether the key can appear in a list of objects. Lists are XML: one key with a character that XML forbids (a control
    /// character, U+FFFE, an unpaired surrogate) can make every list of its bucket unreadable.
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
