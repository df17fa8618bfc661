using System.Text.Json.Serialization;

namespace MediaInfo.Core.Tags.Text;

/// <summary>How text in frames is written in results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TextData))]
public sealed partial class TextJson : JsonSerializerContext;
