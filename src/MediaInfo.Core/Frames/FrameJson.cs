using System.Text.Json.Serialization;

namespace MediaInfo.Core.Frames;

/// <summary>The JSON of stored pictures: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrameSets))]
public sealed partial class FrameJson : JsonSerializerContext;
