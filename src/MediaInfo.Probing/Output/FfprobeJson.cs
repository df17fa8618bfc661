using System.Text.Json.Serialization;

namespace MediaInfo.Probing.Output;

/// <summary>ffprobe's JSON: snake case, every scalar read as text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(FfprobeScalarConverter)])]
[JsonSerializable(typeof(FfprobeReport))]
internal sealed partial class FfprobeJson : JsonSerializerContext;
