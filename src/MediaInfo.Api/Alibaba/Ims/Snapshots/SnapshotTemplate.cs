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
