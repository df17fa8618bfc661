using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>Stores a <see cref="Rational"/> as "25/1".</summary>
internal sealed class RationalJsonConverter : JsonConverter<Rational>
{
    /// <inheritdoc />
    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Rational.Parse(reader.GetString()) ?? throw new JsonException("A ratio must be two integers separated by '/'.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
