using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Probing.Output;

/// <summary>Reads every JSON scalar as text: ffprobe's versions differ in what they print as number and what as string.</summary>
internal sealed class FfprobeScalarConverter : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadScalar(ref reader);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>The scalar under the reader; null for null, and for an object or array, which are skipped.</summary>
    internal static string? ReadScalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}
