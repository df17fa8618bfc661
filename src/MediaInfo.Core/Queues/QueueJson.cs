using System.Text.Json.Serialization;

namespace MediaInfo.Core.Queues;

/// <summary>The JSON of queue messages: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Envelope))]
public sealed partial class QueueJson : JsonSerializerContext;
