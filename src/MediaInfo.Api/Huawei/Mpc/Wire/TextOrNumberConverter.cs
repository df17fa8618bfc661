using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>Reads a string or a number as text: the page's samples have bare numbers where its tables say String.</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => throw new JsonException(),
        };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
