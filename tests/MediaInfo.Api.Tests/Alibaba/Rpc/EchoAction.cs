using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>An action that returns the JSON in its parameter "Body".</summary>
public sealed partial class EchoAction : IRpcAction
{
    public string Product => "test";

    public string Dialect => "test";

    public string Version => "2014-06-18";

    public string Name => "Echo";

    public bool ChangesState => false;

    public Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken) =>
        Task.FromResult(RpcAnswer.Ok((JsonObject)JsonNode.Parse(call.Parameters["Body"]!)!, EchoJson.Default.JsonObject));

    [JsonSerializable(typeof(JsonObject))]
    private sealed partial class EchoJson : JsonSerializerContext;
}
