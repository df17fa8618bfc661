using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>ListCustomTemplates: the account's templates and the service's defaults, page by page.</summary>
/// <remarks>Source: "ListCustomTemplates" of Intelligent Media Services.</remarks>
/// <parameter name="OrderBy" otherwise="CreateTimeDesc" example="CreateTimeAsc" values="CreateTimeDesc,CreateTimeAsc">
/// CreateTimeDesc or CreateTimeAsc. The defaults are the oldest.
/// </parameter>
public sealed class ListCustomTemplates(TemplateDirectory templates) : ImsAction
{
    private const string OldestFirst = "CreateTimeAsc";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var query = TemplateQuery.Read(parameters, call);
        var order = parameters.Text("OrderBy", text => text is OldestFirst or "CreateTimeDesc");
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var book = await templates.ReadAsync(call.Account, cancellationToken);
        var all = SystemTemplates.Defaults.Concat(book.Templates);
        var (total, page) = query.Select(order is OldestFirst ? all : all.Reverse());
        return RpcAnswer.Ok(
            new ListCustomTemplatesResponse(call.RequestId, total, [.. page.Select(TemplateMapper.Custom)]),
            TemplateJson.Wire.ListCustomTemplatesResponse);
    }
}
