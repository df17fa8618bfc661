using System.Text.Json.Serialization;

namespace MediaInfo.Api.Gateway;

/// <summary>The JSON of this service's own responses.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class GatewayJson : JsonSerializerContext;
