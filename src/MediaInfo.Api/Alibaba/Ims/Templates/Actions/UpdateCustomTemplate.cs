using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates.Actions;

/// <summary>UpdateCustomTemplate: changes the name or the settings of a template. Submitted jobs are not affected.</summary>
/// <remarks>Source: "UpdateCustomTemplate" of Intelligent Media Services.</remarks>
/// <parameter name="TemplateId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The template's id.</parameter>
/// <parameter name="Name" otherwise="as it is" example="covers" maxlength="120">The new name, up to 120 characters.</parameter>
/// <parameter name="TemplateConfig" otherwise="as they are" example='{"Type":"Normal","Time":0,"Count":5}' maxbytes="4096">
/// The new settings in place of all old ones, as JSON of up to 4,096 bytes. They must be of the same kind.
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
