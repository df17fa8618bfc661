using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>GetCustomTemplate: a template by its id, or the service's default of a type.</summary>
/// <remarks>Source: "GetCustomTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="TemplateId" otherwise="the default of the type" example="5e1f0a6c0d0b4c6fa7a3d1e2b9c80001">
/// The template's id. The other parameters then change nothing.
/// </parameter>
/// <parameter name="Type" otherwise="required unless there is a TemplateId" example="2" type="integer" min="1" max="11">
/// 2 for snapshots, 11 for smart tags.
/// </parameter>
/// <parameter name="Subtype" otherwise="1" example="3" type="integer" min="1" max="2147483647">
/// Of snapshots: 1 Normal, 2 Sprite, 3 WebVtt.
/// </parameter>
public sealed class GetCustomTemplate(TemplateDirectory templates) : ImsAction
{
    private const string TypeParameter = "Type";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters["TemplateId"] is { } id)
        {
            return await templates.FindAsync(call.Account, id, cancellationToken) is { } found
                ? Answer(call, found)
                : TemplateMapper.ErrorOf(TemplateProblem.NotFound);
        }

        var parameters = new LibraryParameters(call.Parameters);
        var type = parameters.Number(TypeParameter, 1, TemplateTypes.Last);
        var subtype = parameters.Number("Subtype", 1, int.MaxValue);
        parameters.Fail(type is null ? ImsErrors.Missing(TypeParameter) : null);
        return parameters.Error is { } wrong ? wrong
            : TemplateTypes.KindOf(type!.Value, subtype) is { } kind
                ? Answer(call, SystemTemplates.Defaults.Single(template => template.Kind == kind))
            : ImsErrors.NotFound(TypeParameter);
    }

    private static RpcAnswer Answer(RpcCall call, Template template) => RpcAnswer.Ok(
        new GetCustomTemplateResponse(call.RequestId, TemplateMapper.Custom(template)),
        TemplateJson.Wire.GetCustomTemplateResponse);
}
