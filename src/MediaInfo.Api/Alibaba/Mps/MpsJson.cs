using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>The JSON of the product's wire types.</summary>
[JsonSerializable(typeof(JobInput))]
[JsonSerializable(typeof(NotifyConfig))]
[JsonSerializable(typeof(PipelineResponse))]
[JsonSerializable(typeof(QueryPipelineListResponse))]
[JsonSerializable(typeof(SearchPipelineResponse))]
[JsonSerializable(typeof(DeletePipelineResponse))]
[JsonSerializable(typeof(SubmitMediaInfoJobResponse))]
[JsonSerializable(typeof(QueryMediaInfoJobListResponse))]
[JsonSerializable(typeof(SubmitSnapshotJobResponse))]
[JsonSerializable(typeof(QuerySnapshotJobListResponse))]
[JsonSerializable(typeof(SubmittedSnapshot))]
[JsonSerializable(typeof(Properties))]
internal sealed partial class MpsJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static MpsJson Wire { get; } = new(RpcJson.NewWireOptions());
}
