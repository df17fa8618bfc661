using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>UpdateCustomTemplate: changes the name or the settings of a template. Submitted jobs are not affected.</summary>
/// <remarks>Source: "UpdateCustomTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="TemplateId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The template's id.</parameter>
/// <parameter name="Name" otherwise="as it is" example="covers">The new name, up to 120 characters.</parameter>
/// <parameter name="TemplateConfig" otherwise="as they are" example='{"Type":"Normal","Time":0,"Count":5}'>
/// The new settings in place of all old ones, as JSON of up to 4,096 bytes. They must be of the same kind.
/// </parameter>
public sealed class UpdateCustomTemplate(TemplateDirectory templates) : ImsAction
{
    private const int MaxNameLength = 120;
    private const string Id = "TemplateId";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var id = parameters.Text(Id, _ => true);
        var name = parameters.Text("Name", text => text.Length <= MaxNameLength);
        var config = parameters.Text("TemplateConfig", _ => true);
        parameters.Fail(id is null ? ImsErrors.Missing(Id) : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        if (await templates.FindAsync(call.Account, id!, cancellationToken) is not { } old)
        {
            return TemplateMapper.ErrorOf(TemplateProblem.NotFound);
        }

        if (config is not null && TemplateSettings.Check(old.Kind, config, isFixed: true).Error is { } error)
        {
            return error;
        }

        var (changed, problem) =
            await templates.UpdateAsync(call.Account, call.RequestId, id!, name, config, cancellationToken);
        return changed is null
            ? TemplateMapper.ErrorOf(problem!.Value)
            : RpcAnswer.Ok(
                new TemplateChangeResponse(call.RequestId, Success: true), TemplateJson.Wire.TemplateChangeResponse);
    }
}
