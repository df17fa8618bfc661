using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Rpc.Wire;

namespace MediaInfo.Api.Rpc;

/// <summary>The JSON of what every product answers alike.</summary>
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class RpcJson : JsonSerializerContext
{
    /// <summary>The context with <see cref="NewWireOptions"/>.</summary>
    public static RpcJson Wire { get; } = new(NewWireOptions());

    /// <summary>How answers are written: the vendor's spelling as it is, null members left out, non-ASCII text bare.</summary>
    public static JsonSerializerOptions NewWireOptions() => WireJson.NewOptions();
}
