using System.Text.Json.Serialization;
using MediaInfo.Api.Ims.Wire;
using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Ims;

/// <summary>The JSON of the product's wire types.</summary>
[JsonSerializable(typeof(JobInput))]
[JsonSerializable(typeof(MediaInfoJobResponse))]
[JsonSerializable(typeof(ListMediaInfoJobsResponse))]
internal sealed partial class ImsJson : JsonSerializerContext
{
    /// <summary>The context with the options of every answer.</summary>
    public static ImsJson Wire { get; } = new(RpcJson.NewWireOptions());
}
