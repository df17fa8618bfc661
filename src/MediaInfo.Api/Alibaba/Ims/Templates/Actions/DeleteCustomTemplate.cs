using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>DeleteCustomTemplate: deletes a template. Submitted jobs are not affected.</summary>
/// <remarks>Source: "DeleteCustomTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="TemplateId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The template's id.</parameter>
public sealed class DeleteCustomTemplate(TemplateDirectory templates) : ImsAction
{
    private const string Id = "TemplateId";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Id] is not { } id)
        {
            return ImsErrors.Missing(Id);
        }

        var (removed, problem) = await templates.RemoveAsync(call.Account, call.RequestId, id, cancellationToken);
        return removed is null
            ? TemplateMapper.ErrorOf(problem!.Value)
            : RpcAnswer.Ok(
                new TemplateChangeResponse(call.RequestId, Success: true), TemplateJson.Wire.TemplateChangeResponse);
    }
}
