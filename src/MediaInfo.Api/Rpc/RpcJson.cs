using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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
    /// <remarks>An older Java SDK does not decode \u escapes; nothing here is ever put into a web page.</remarks>
    public static JsonSerializerOptions NewWireOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = new BareTextEncoder(),
    };
}
