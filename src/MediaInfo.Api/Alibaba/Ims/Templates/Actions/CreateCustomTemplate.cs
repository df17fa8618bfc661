using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>CreateCustomTemplate: keeps the settings of snapshot jobs or smart tag jobs under an id.</summary>
/// <remarks>Source: "CreateCustomTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="Name" required="true" example="covers">The name, up to 120 characters; need not be unique.</parameter>
/// <parameter name="Type" required="true" example="2">2 for snapshots, 11 for smart tags. Others are refused.</parameter>
/// <parameter name="Subtype" otherwise="what TemplateConfig says" example="1">
/// Of snapshots: 1 Normal, 2 Sprite, 3 WebVtt. It must be what TemplateConfig says; Cover is a kind of Normal.
/// </parameter>
/// <parameter name="TemplateConfig" required="true" example='{"Type":"Normal","Time":0,"Count":10}'>
/// The settings, as JSON of up to 4,096 bytes.
/// </parameter>
public sealed class CreateCustomTemplate(TemplateDirectory templates) : ImsAction
{
    private const int MaxNameLength = 120;
    private const string NameParameter = "Name";
    private const string TypeParameter = "Type";
    private const string Config = "TemplateConfig";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var name = parameters.Text(NameParameter, text => text.Length <= MaxNameLength);
        var type = parameters.Number(TypeParameter, 1, TemplateTypes.Last);
        var subtype = parameters.Number("Subtype", 1, int.MaxValue);
        var config = parameters.Text(Config, _ => true);
        parameters.Fail(name is null ? ImsErrors.Missing(NameParameter)
            : type is null ? ImsErrors.Missing(TypeParameter)
            : config is null ? ImsErrors.Missing(Config)
            : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        if (TemplateTypes.KindOf(type!.Value, subtype) is not { } expected)
        {
            return type is TemplateTypes.Snapshot or TemplateTypes.SmartTag
                ? ImsErrors.Invalid("Subtype")
                : ImsErrors.UnknownTemplateType;
        }

        var (kind, error) = TemplateSettings.Check(expected, config!, isFixed: subtype is not null);
        if (error is not null)
        {
            return error;
        }

        var (added, problem) = await templates.AddAsync(call.Account, call.RequestId, kind, name!, config!, cancellationToken);
        return added is null
            ? TemplateMapper.ErrorOf(problem!.Value)
            : RpcAnswer.Ok(
                new CreateCustomTemplateResponse(call.RequestId, TemplateMapper.Created(added)),
                TemplateJson.Wire.CreateCustomTemplateResponse);
    }
}
