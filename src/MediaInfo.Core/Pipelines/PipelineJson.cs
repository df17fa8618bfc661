using System.Text.Json.Serialization;

namespace MediaInfo.Core.Pipelines;

/// <summary>The JSON of pipelines: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Pipeline))]
public sealed partial class PipelineJson : JsonSerializerContext;
