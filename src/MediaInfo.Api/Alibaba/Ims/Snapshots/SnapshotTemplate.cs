using MediaInfo.Api.Alibaba.Ims.Templates;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>Reads which template a snapshot job uses, and what it overrides.</summary>
/// <parameter name="TemplateConfig" required="true"
/// example='{"TemplateId":"5e1f0a6c0d0b4c6fa7a3d1e2b9c80001","OverwriteParams":{"Count":5}}'>
/// JSON with the members TemplateId and, optional, OverwriteParams, which has members of the template's settings; or flattened,
/// as TemplateConfig.TemplateId and TemplateConfig.OverwriteParams.Count.
/// <member name="TemplateId" required="true">The template's id.</member>
/// <member name="OverwriteParams">Members of the template's settings.
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
/// </member>
/// </parameter>
public sealed class SnapshotTemplate(TemplateDirectory templates)
{
    private const string Parameter = "TemplateConfig";
    private const string Id = "TemplateId";
    private const string Over = "OverwriteParams";

    /// <summary>What to make, the template's id and the settings in effect; or why the call is refused.</summary>
    public async Task<(FrameOrder? Order, string Id, string Config, RpcError? Error)> ParseAsync(
        RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Parameter] is not { } text)
        {
            return Refused(ImsErrors.Missing(Parameter));
        }

        if (ConfigObject.Parse(Parameter, text) is not { } config)
        {
            return Refused(ImsErrors.Invalid(Parameter));
        }

        config.Allow([Id, Over]);
        var id = config.Text(Id, _ => true);
        var over = config.Object(Over);
        if (config.Invalid is { } invalid)
        {
            return Refused(ImsErrors.Invalid(invalid));
        }

        if (id is null)
        {
            return Refused(ImsErrors.Missing($"{Parameter}.{Id}"));
        }

        return await templates.FindAsync(call.Account, id, cancellationToken) is not { } template
                ? Refused(ImsErrors.NotFound($"{Parameter}.{Id}"))
            : template.Kind == TemplateKind.SmartTag ? Refused(ImsErrors.Invalid($"{Parameter}.{Id}"))
            : Read(template, over, call.RequestId);
    }

    private static (FrameOrder? Order, string Id, string Config, RpcError? Error) Read(
        Template template, ConfigObject? over, string seed)
    {
        if (ConfigObject.Parse(Parameter, template.Config) is not { } own)
        {
            return Refused(ImsErrors.Invalid($"{Parameter}.{Id}"));
        }

        var settings = over is null ? own : own.With(over);
        var order = SnapshotSettings.Read(settings, SnapshotSettings.KindOf(settings) ?? template.Kind, seed);
        return settings.Invalid is { } invalid
            ? Refused(ImsErrors.Invalid(invalid))
            : (order, template.Id, settings.ToJson(), null);
    }

    private static (FrameOrder? Order, string Id, string Config, RpcError? Error) Refused(RpcError error) =>
        (null, "", "", error);
}
