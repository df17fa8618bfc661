using System.Text.Json.Serialization;

namespace MediaInfo.Core.Tags;

/// <summary>The JSON of stored findings: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TagFindings))]
public sealed partial class TagJson : JsonSerializerContext;
