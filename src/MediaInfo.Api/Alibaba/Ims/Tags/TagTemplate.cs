using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Which recognisers a smart tag template asks for.</summary>
/// <param name="Required">Those without which a job makes no sense.</param>
/// <param name="Welcome">Those that run where they are available.</param>
internal sealed record TagTemplate(IReadOnlyList<RecogniserKind> Required, IReadOnlyList<RecogniserKind> Welcome)
{
    private const string Types = "AnalyseTypes";
    private const string Recognisers = "Recognisers";

    /// <summary>
    /// A stored template. Those of the service name recognisers, which all are only welcome. Null if it names none.
    /// </summary>
    public static TagTemplate? Of(Template template) =>
        SystemTemplates.Find(template.Id) is null ? Parse(template.Config) : CallerJson.OrNull(() =>
        {
            using var document = JsonDocument.Parse(template.Config);
            return new TagTemplate(
                Required: [],
                [
                    .. document.RootElement.GetProperty(Recognisers).EnumerateArray()
                        .Select(name => Enum.Parse<RecogniserKind>(name.GetString()!, ignoreCase: true)),
                ]);
        });

    /// <summary>
    /// The template of a caller: JSON with the vendor's member AnalyseTypes, a list or comma-separated. Null for any other text.
    /// </summary>
    public static TagTemplate? Parse(string config) => CallerJson.OrNull(() =>
    {
        using var document = JsonDocument.Parse(config);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(Types, out var types)
            && AnalyseTypes.Parse(ListOf(types)) is { } kinds
            ? new TagTemplate(kinds, WelcomeBeside(kinds))
            : null;
    });

    // A list may be text, as the vendor's is, or JSON.
    private static string ListOf(JsonElement types) => types.ValueKind switch
    {
        JsonValueKind.String => types.GetString()!,
        JsonValueKind.Array => string.Join(',', types.EnumerateArray().Select(item => item.ToString())),
        _ => "",
    };

    // The vendor's language analysis has a transcript too.
    private static IReadOnlyList<RecogniserKind> WelcomeBeside(IReadOnlyList<RecogniserKind> kinds) =>
        kinds.Contains(RecogniserKind.Chapters) && !kinds.Contains(RecogniserKind.Speech) ? [RecogniserKind.Speech] : [];
}
