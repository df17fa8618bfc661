using System.Text;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>Checks the TemplateConfig of a template that is created or changed.</summary>
internal static class TemplateSettings
{
    private const string Parameter = "TemplateConfig";
    private const int MaxBytes = 4096;

    /// <summary>What is wrong with a template's settings; null if nothing is. The kind is what they name.</summary>
    /// <param name="kind">The kind that the type and the subtype, or the template until now, mean.</param>
    /// <param name="config">The settings.</param>
    /// <param name="isFixed">Whether the settings may not name another kind: the caller gave the subtype.</param>
    public static (TemplateKind Kind, RpcError? Error) Check(TemplateKind kind, string config, bool isFixed)
    {
        if (Encoding.UTF8.GetByteCount(config) > MaxBytes || ConfigObject.Parse(Parameter, config) is not { } settings)
        {
            return (kind, ImsErrors.Invalid(Parameter));
        }

        if (kind == TemplateKind.SmartTag)
        {
            TagSettings.Read(settings);
            return (kind, ErrorOf(settings));
        }

        var named = SnapshotSettings.KindOf(settings);
        if (isFixed && named is not null && named != kind && (named, kind) is not (TemplateKind.Cover, TemplateKind.Normal))
        {
            settings.Fail("Type");
        }

        SnapshotSettings.Read(settings, named ?? kind, seed: "");
        return (named ?? kind, ErrorOf(settings));
    }

    private static RpcError? ErrorOf(ConfigObject settings) =>
        settings.Invalid is { } member ? ImsErrors.Invalid(member) : null;
}
