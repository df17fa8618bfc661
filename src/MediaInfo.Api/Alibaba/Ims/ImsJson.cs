using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>The JSON of the product's wire types.</summary>
[JsonSerializable(typeof(JobInput))]
[JsonSerializable(typeof(MediaInfoJobResponse))]
[JsonSerializable(typeof(ListMediaInfoJobsResponse))]
[JsonSerializable(typeof(MediaInfoProperty))]
internal sealed partial class ImsJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static ImsJson Wire { get; } = new(RpcJson.NewWireOptions());
}
