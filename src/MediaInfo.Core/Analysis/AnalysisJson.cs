using System.Text.Json.Serialization;

namespace MediaInfo.Core.Analysis;

/// <summary>The JSON that analysis steps exchange: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnalysisPlan))]
[JsonSerializable(typeof(AnalysisEnding))]
[JsonSerializable(typeof(StepOutcome))]
public sealed partial class AnalysisJson : JsonSerializerContext;
