using System.Text.Json.Serialization;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>How chapters are written in results.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChapterData))]
public sealed partial class ChapterJson : JsonSerializerContext;
