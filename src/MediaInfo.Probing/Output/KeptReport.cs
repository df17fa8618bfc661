using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MediaInfo.Probing.Output;

/// <summary>
/// ffprobe's report as kept with a job: byte for byte, except that invalid UTF-8 is replaced and our internal URL becomes the
/// object's bucket and key.
/// </summary>
internal static class KeptReport
{
    /// <summary>The report to keep.</summary>
    /// <param name="json">What ffprobe printed.</param>
    /// <param name="name">The object's name for "format.filename".</param>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal static JsonElement Of(ReadOnlySpan<byte> json, string name)
    {
        var valid = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        if (FindFileName(valid) is not { } place)
        {
            return JsonElement.Parse(valid);
        }

        var kept = new ArrayBufferWriter<byte>(valid.Length);
        kept.Write(valid[..place.Start.Value]);
        kept.Write("\""u8);
        kept.Write(JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        kept.Write("\""u8);
        kept.Write(valid[place.End.Value..]);
        return JsonElement.Parse(kept.WrittenSpan);
    }

    /// <summary>Where the value of "format.filename" is, quotes included.</summary>
    private static Range? FindFileName(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
            {
                continue;
            }

            var isFormat = reader.ValueTextEquals("format"u8);
            reader.Read();
            if (isFormat && reader.TokenType == JsonTokenType.StartObject)
            {
                return FindIn(ref reader);
            }

            reader.Skip();
        }

        return null;
    }

    private static Range? FindIn(ref Utf8JsonReader format)
    {
        while (format.Read() && format.TokenType == JsonTokenType.PropertyName)
        {
            var isName = format.ValueTextEquals("filename"u8);
            format.Read();
            if (isName)
            {
                var start = (int)format.TokenStartIndex;
                format.Skip();
                return start..(int)format.BytesConsumed;
            }

            format.Skip();
        }

        return null;
    }
}
