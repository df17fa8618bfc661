using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Ims.Tags.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The JSON of the wire types of tag jobs.</summary>
[JsonSerializable(typeof(SubmitSmarttagJobResponse))]
[JsonSerializable(typeof(QuerySmarttagJobResponse))]
[JsonSerializable(typeof(SmarttagMessage))]
[JsonSerializable(typeof(SmarttagMeta))]
internal sealed partial class SmarttagJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static SmarttagJson Wire { get; } = new(RpcJson.NewWireOptions());
}
