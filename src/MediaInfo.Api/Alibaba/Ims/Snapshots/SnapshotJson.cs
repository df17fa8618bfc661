using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>The JSON of the wire types of snapshots.</summary>
[JsonSerializable(typeof(SubmitSnapshotJobResponse))]
[JsonSerializable(typeof(GetSnapshotJobResponse))]
[JsonSerializable(typeof(ListSnapshotJobsResponse))]
[JsonSerializable(typeof(GetSnapshotUrlsResponse))]
[JsonSerializable(typeof(SubmittedSnapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static SnapshotJson Wire { get; } = new(RpcJson.NewWireOptions());
}
