using MediaInfo.Api.Alibaba.Ims.Templates;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Decides which recognisers a tag job runs, by its template, its parameters, and what this service has.</summary>
/// <remarks>
/// What a caller names itself must be there: in a template of the account, in a TemplateConfig, or as needAsrData and
/// needOcrData. Of a template that the service offers, what is there runs, as long as there is anything.
/// </remarks>
public sealed class TagPlanner(TemplateDirectory templates, TagSteps recognisers)
{
    private const string ConfigParameter = "TemplateConfig";
    private static readonly RecogniserKind[] Nothing = [];

    /// <summary>The work, or why there is none.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    internal async Task<(TagWork? Work, RpcError? Error)> PlanAsync(
        string account, TagWish wish, CancellationToken cancellationToken)
    {
        var (template, templateError) = await FindAsync(account, wish, cancellationToken);
        if (template is null)
        {
            return (null, templateError);
        }

        var (options, optionsError) = TagParams.Parse(wish.ParamsParameter, wish.Params);
        return options is null
            ? (null, optionsError)
            : await PlanAsync(template, options, wish, cancellationToken);
    }

    private async Task<(TagWork? Work, RpcError? Error)> PlanAsync(
        TagTemplate template, TagParams options, TagWish wish, CancellationToken cancellationToken)
    {
        var named = Asked(options.Text, options.Speech);
        var unwanted = Asked(!options.Text, !options.Speech);
        var wanted = template.Recognisers.Except(unwanted).ToList();
        var missing = await MissingAsync([.. wanted.Union(named)], cancellationToken);
        if (missing.Exists(named.Contains))
        {
            return (null, Refusal(wish.ParamsParameter, missing.Where(named.Contains)));
        }

        var chosen = wanted.Union(named).Except(missing).Order().ToList();
        return missing.Count > 0 && (chosen.Count == 0 || !template.IsOfService) ? (null, Refusal(template.Parameter, missing))
            : chosen.Count > 0 ? (new TagWork(chosen) { Parameters = wish.Params }, null)
            : (null, ImsErrors.Invalid(wish.ParamsParameter) with { Reason = "Nothing is left to recognise." });
    }

    private static RpcError Refusal(string parameter, IEnumerable<RecogniserKind> missing) =>
        ImsErrors.CannotRecognise(parameter, string.Join(", ", missing.Select(NameOf)));

    private static string NameOf(RecogniserKind kind) => kind switch
    {
        RecogniserKind.Chapters => "chapters (nlp)",
        RecogniserKind.Text => "text in frames (ocr)",
        RecogniserKind.Speech => "speech (asr)",
        _ => "labels (all other types)",
    };

    private static RecogniserKind[] Asked(bool? text, bool? speech) =>
        [.. text is true ? [RecogniserKind.Text] : Nothing, .. speech is true ? [RecogniserKind.Speech] : Nothing];

    private async Task<(TagTemplate? Template, RpcError? Error)> FindAsync(
        string account, TagWish wish, CancellationToken cancellationToken)
    {
        if (wish.TemplateConfig is { } config)
        {
            return Read(config);
        }

        var parameter = wish.TemplateParameter;
        if (wish.TemplateId is not { } id)
        {
            return (null, ImsErrors.Missing(parameter));
        }

        return await templates.FindAsync(account, id, cancellationToken) is { Kind: TemplateKind.SmartTag } found
            ? (new TagTemplate(TagSettings.Of(found.Config), parameter, SystemTemplates.Find(id) is not null), null)
            : (null, ImsErrors.NotFound(parameter));
    }

    private static (TagTemplate? Template, RpcError? Error) Read(string config)
    {
        if (ConfigObject.Parse(ConfigParameter, config) is not { } settings)
        {
            return (null, ImsErrors.Invalid(ConfigParameter));
        }

        var kinds = TagSettings.Read(settings);
        return settings.Invalid is { } member
            ? (null, ImsErrors.Invalid(member))
            : (new TagTemplate(kinds, ConfigParameter, IsOfService: false), null);
    }

    private async Task<List<RecogniserKind>> MissingAsync(
        IReadOnlyList<RecogniserKind> kinds, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(kinds.Select(kind => recognisers.FindProblemAsync(kind, cancellationToken)));
        return [.. kinds.Zip(problems).Where(pair => pair.Second is not null).Select(pair => pair.First)];
    }
}
