using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>ListSystemTemplates: the templates of the service, page by page.</summary>
/// <remarks>Source: "ListSystemTemplates" of Intelligent Media Services.</remarks>
/// <parameter name="Status" otherwise="Normal" example="ALL" values="Normal,Invisible,ALL">
/// Normal, Invisible or ALL. Every template's is Normal.
/// </parameter>
public sealed class ListSystemTemplates : ImsAction
{
    private const string Invisible = "Invisible";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var query = TemplateQuery.Read(parameters, call);
        var status = parameters.Text("Status", text => text is "Normal" or Invisible or "ALL");
        return Task.FromResult(parameters.Error is { } wrong ? wrong : Answer(call, query, status));
    }

    private static RpcAnswer Answer(RpcCall call, TemplateQuery query, string? status)
    {
        var (total, page) = query.Select(status is Invisible ? [] : SystemTemplates.All);
        return RpcAnswer.Ok(
            new ListSystemTemplatesResponse(call.RequestId, total, [.. page.Select(TemplateMapper.System)]),
            TemplateJson.Wire.ListSystemTemplatesResponse);
    }
}
