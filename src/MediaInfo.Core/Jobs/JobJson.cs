using System.Text.Json.Serialization;

namespace MediaInfo.Core.Jobs;

/// <summary>The JSON of jobs and their results: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnalysisJob))]
[JsonSerializable(typeof(AnalysisResult))]
[JsonSerializable(typeof(JobKey))]
public sealed partial class JobJson : JsonSerializerContext;
