using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Rpc.Wire;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The JSON of the types that all products share.</summary>
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSerializable(typeof(SnapshotMessage))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class RpcJson : JsonSerializerContext
{
    /// <summary>The context with <see cref="NewWireOptions"/>.</summary>
    public static RpcJson Wire { get; } = new(NewWireOptions());

    /// <summary>
    /// How responses are written: the vendor's spelling unchanged, null members omitted, non-ASCII text unescaped.
    /// </summary>
    public static JsonSerializerOptions NewWireOptions() => WireJson.NewOptions();
}
