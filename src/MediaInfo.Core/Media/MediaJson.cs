using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>The JSON of descriptions: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MediaDescription))]
[JsonSerializable(typeof(PacketCounts))]
[JsonSerializable(typeof(BitRateProfile))]
public sealed partial class MediaJson : JsonSerializerContext;
