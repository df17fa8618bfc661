using System.Text.Json;
using System.Text.Json.Serialization;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>
/// Reads a JSON object of scalars, strips control characters from names and texts, and truncates what is too long. A file may
/// carry megabytes of tags, and a description that large is useless.
/// </summary>
/// <remarks>
/// Without iconv tables, ffprobe prints the DVB charset byte of MPEG-TS names (U+0004 and the like) as part of the text.
/// </remarks>
public sealed class TextDictionaryJsonConverter : JsonConverter<TextDictionary>
{
    private const int MaxNames = 1_000;
    private const int MaxNameLength = 256;
    private const int MaxTextLength = 65_536;

    /// <inheritdoc />
    public override TextDictionary Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A text dictionary must be a JSON object.");
        }

        var texts = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Clean(reader.GetString()!, MaxNameLength);
            reader.Read();
            if (JsonScalar.Read(ref reader) is { } text && name.Length > 0 && texts.Count < MaxNames)
            {
                texts.Add(new(name, Clean(text, MaxTextLength)));
            }
        }

        return new TextDictionary(texts);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TextDictionary value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static string Clean(string text, int maxLength) => Cut(WithoutControls(text), maxLength);

    // Never splits a surrogate pair.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string WithoutControls(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0000', '\u001F') || text.Contains('\u007F', StringComparison.Ordinal)
            ? string.Concat(text.Where(c => c is '\t' or '\n' or (>= ' ' and not '\u007F')))
            : text;
}
