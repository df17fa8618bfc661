using System.Text.Json.Serialization;

namespace MediaInfo.Core.Topics;

/// <summary>The JSON of topics: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(TopicMessage))]
[JsonSerializable(typeof(TopicNotice))]
public sealed partial class TopicJson : JsonSerializerContext;
