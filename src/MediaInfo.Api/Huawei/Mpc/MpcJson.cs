using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Huawei.Mpc.Wire;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The JSON of the product's wire types.</summary>
[JsonSerializable(typeof(CreateTaskRequest))]
[JsonSerializable(typeof(CreateTaskResponse))]
[JsonSerializable(typeof(ListTasksResponse))]
[JsonSerializable(typeof(SubmittedObjects))]
[JsonSerializable(typeof(CompletionMessage))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class MpcJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response. Requests may not repeat a member name.</summary>
    public static MpcJson Wire { get; } = new(
        new JsonSerializerOptions(WireJson.NewOptions(JsonNamingPolicy.SnakeCaseLower)) { AllowDuplicateProperties = false });
}
