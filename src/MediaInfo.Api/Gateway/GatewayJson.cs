using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaInfo.Api.Gateway;

/// <summary>The JSON of this service's own responses.</summary>
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class GatewayJson : JsonSerializerContext
{
    /// <summary>The context with the rules of all answers.</summary>
    public static GatewayJson Wire { get; } = new(WireJson.NewOptions(JsonNamingPolicy.CamelCase));
}
