using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>The JSON of the wire types of templates.</summary>
[JsonSerializable(typeof(CreateCustomTemplateResponse))]
[JsonSerializable(typeof(GetCustomTemplateResponse))]
[JsonSerializable(typeof(ListCustomTemplatesResponse))]
[JsonSerializable(typeof(TemplateChangeResponse))]
[JsonSerializable(typeof(GetSystemTemplateResponse))]
[JsonSerializable(typeof(ListSystemTemplatesResponse))]
internal sealed partial class TemplateJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static TemplateJson Wire { get; } = new(RpcJson.NewWireOptions());
}
