using System.Text.Json.Serialization;
using MediaInfo.Core.Callbacks;

namespace MediaInfo.Standalone.Storage;

/// <summary>The JSON of messages: camel case, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<CallbackMessage>))]
internal sealed partial class QueueEndpointJson : JsonSerializerContext;
