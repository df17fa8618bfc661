using System.Text.Json.Serialization;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>The JSON of messages to subscribers: all members are strings.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PushJson : JsonSerializerContext
{
    /// <summary>The context with the options of every dialect.</summary>
    public static PushJson Wire { get; } = new(WireJson.NewOptions());
}
