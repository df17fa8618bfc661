using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>The settings of a smart tag template: which recognisers run.</summary>
/// <remarks>
/// Our own member Recognisers lists them: chapters, text, speech, external. Without it, the vendor's AnalyseTypes choose them:
/// nlp makes chapters, ocr and subtitle read text, asr recognises speech, and the external recogniser does all others. Source:
/// "Smart Tag template" of Intelligent Media Services, whose other members change nothing here.
/// </remarks>
public static class TagSettings
{
    private const string Own = "Recognisers";
    private const string Vendors = "AnalyseTypes";

    // Generic clients and older pages write it like this.
    private const string VendorsInCamelCase = "analyseTypes";

    private static readonly Dictionary<string, RecogniserKind> ByName = new(StringComparer.Ordinal)
    {
        ["chapters"] = RecogniserKind.Chapters,
        ["text"] = RecogniserKind.Text,
        ["speech"] = RecogniserKind.Speech,
        ["external"] = RecogniserKind.External,
    };

    private static readonly Dictionary<string, RecogniserKind> ByType = new(StringComparer.Ordinal)
    {
        ["ocr"] = RecogniserKind.Text,
        ["subtitle"] = RecogniserKind.Text,
        ["asr"] = RecogniserKind.Speech,
        ["nlp"] = RecogniserKind.Chapters,
        ["classification"] = RecogniserKind.External,
        ["shows"] = RecogniserKind.External,
        ["face"] = RecogniserKind.External,
        ["role"] = RecogniserKind.External,
        ["object"] = RecogniserKind.External,
        ["tvstation"] = RecogniserKind.External,
        ["action"] = RecogniserKind.External,
        ["emotion"] = RecogniserKind.External,
        ["landmark"] = RecogniserKind.External,
        ["scene"] = RecogniserKind.External,
        ["movieIp"] = RecogniserKind.External,
    };

    /// <summary>The recognisers of a template that was validated, in the order in which they run.</summary>
    public static IReadOnlyList<RecogniserKind> Of(string config) =>
        ConfigObject.Parse("TemplateConfig", config) is { } settings ? Read(settings) : [];

    /// <summary>The recognisers. Wrong settings, and the absence of all, are in <see cref="ConfigObject.Invalid"/>.</summary>
    internal static IReadOnlyList<RecogniserKind> Read(ConfigObject settings)
    {
        var kinds = Read(settings, Own, ByName) ?? Read(settings, Vendors, ByType) ?? Read(settings, VendorsInCamelCase, ByType);
        if (kinds is not { Count: > 0 })
        {
            settings.Fail(Own);
        }

        return kinds ?? [];
    }

    private static List<RecogniserKind>? Read(ConfigObject settings, string member, Dictionary<string, RecogniserKind> kinds)
    {
        if (settings.List(member) is not { } names)
        {
            return null;
        }

        if (!names.All(kinds.ContainsKey))
        {
            settings.Fail(member);
        }

        return [.. names.Where(kinds.ContainsKey).Select(name => kinds[name]).Distinct().Order()];
    }
}
