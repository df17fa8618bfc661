using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>CreateCustomTemplate: keeps the settings of snapshot jobs or smart tag jobs under an id.</summary>
/// <remarks>Source: "CreateCustomTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="Name" required="true" example="covers" maxlength="120">
/// The name, up to 120 characters; need not be unique.
/// </parameter>
/// <parameter name="Type" required="true" example="2" type="integer" values="2,11">
/// 2 for snapshots, 11 for smart tags. Others are refused.
/// </parameter>
/// <parameter name="Subtype" otherwise="what TemplateConfig says" example="1" type="integer" values="1,2,3">
/// Of snapshots: 1 Normal, 2 Sprite, 3 WebVtt. It must be what TemplateConfig says; Cover is a kind of Normal.
/// </parameter>
/// <parameter name="TemplateConfig" required="true" example='{"Type":"Normal","Time":0,"Count":10}' maxbytes="4096">
/// The settings, as JSON of up to 4,096 bytes.
/// <member name="Type" values="Normal,Sprite,WebVtt,Cover">Of snapshots: what to make.</member>
/// <member name="Count" type="integer" min="1" max="10000">Of snapshots: how many frames at most.</member>
/// <member name="FrameType" values="intra,normal" case="ignored" otherwise="intra">
/// intra for key frames, normal for exact ones.</member>
/// <member name="Time" type="integer" min="0" max="360000000" otherwise="0">
/// The time of the first frame in milliseconds.</member>
/// <member name="Interval" type="integer" min="0" max="360000">Seconds from frame to frame; 0 spreads them evenly.</member>
/// <member name="Width" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="Height" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="BlackLevel" type="integer" min="1" max="100">
/// Percent of black pixels from which a later frame is taken.</member>
/// <member name="PixelBlackThreshold" type="integer" min="0" max="255">Luma.</member>
/// <member name="IsSptFrag" type="boolean">Of WebVtt: whether its pictures are sprites.</member>
/// <member name="SpriteSnapshotConfig">The grid of sprites.
/// <member name="Columns" type="integer" min="1" max="1000" otherwise="10">Cells in a row.</member>
/// <member name="Lines" type="integer" min="1" max="1000" otherwise="10">Rows.</member>
/// <member name="CellWidth" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="CellHeight" type="integer" min="8" max="4096">Pixels.</member>
/// <member name="Padding" type="integer" min="0" max="1000" otherwise="0">Pixels between cells.</member>
/// <member name="Margin" type="integer" min="0" max="1000" otherwise="0">Pixels around the grid.</member>
/// <member name="Color" otherwise="black">A keyword, #RRGGBB or random.</member>
/// </member>
/// <member name="AnalyseTypes">Of smart tags: what to recognise, comma-separated.</member>
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
