using System.Text.Json.Serialization;

namespace MediaInfo.Api.Gateway;

/// <summary>The JSON of this service's own answers.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class GatewayJson : JsonSerializerContext;
