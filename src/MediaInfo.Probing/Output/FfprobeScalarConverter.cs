using System.Text.Json;
using System.Text.Json.Serialization;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Probing.Output;

/// <summary>
/// Reads every JSON scalar as text: ffprobe's versions differ in which values are numbers and which are strings.
/// </summary>
internal sealed class FfprobeScalarConverter : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonScalar.Read(ref reader);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
