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

    /// <summary>The work, or why there is none.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    internal async Task<(TagWork? Work, RpcError? Error)> PlanAsync(
        string account, TagWish wish, CancellationToken cancellationToken)
    {
        var (template, parameter, error) = await FindAsync(account, wish, cancellationToken);
        if (template is null)
        {
            return (null, error);
        }

        if (TagParams.Parse(wish.Params) is not { } options)
        {
            return (null, ImsErrors.Invalid(wish.ParamsParameter));
        }

        RecogniserKind[] named = [.. Asked(RecogniserKind.Text, options.Text), .. Asked(RecogniserKind.Speech, options.Speech)];
        RecogniserKind[] unwanted = [.. Asked(RecogniserKind.Text, !options.Text), .. Asked(RecogniserKind.Speech, !options.Speech)];
        var required = template.Required.Except(unwanted).ToList();
        var missing = await MissingAsync([.. required.Union(named)], cancellationToken);
        if (missing.Count > 0)
        {
            var culprit = missing.Exists(required.Contains) ? parameter : wish.ParamsParameter;
            return (null, Refusal(culprit, missing));
        }

        var welcome = template.Welcome.Except(unwanted).ToList();
        var absent = await MissingAsync(welcome, cancellationToken);
        var chosen = required.Union(named).Union(welcome.Except(absent)).Order().ToList();
        return chosen.Count > 0 ? (new TagWork(chosen) { Parameters = wish.Params }, null)
            : absent.Count > 0 ? (null, Refusal(parameter, absent))
            : (null, ImsErrors.Invalid(wish.ParamsParameter) with { Reason = "Nothing is left to recognise." });
    }

    private static RpcError Refusal(string parameter, IEnumerable<RecogniserKind> missing) =>
        ImsErrors.CannotRecognise(parameter, string.Join(", ", missing.Select(AnalyseTypes.NameOf)));

    private static IEnumerable<RecogniserKind> Asked(RecogniserKind kind, bool? isAsked) => isAsked is true ? [kind] : [];

    private async Task<(TagTemplate? Template, string Parameter, RpcError? Error)> FindAsync(
        string account, TagWish wish, CancellationToken cancellationToken)
    {
        if (wish.TemplateConfig is { } config)
        {
            return (TagTemplate.Parse(config), ConfigParameter, ImsErrors.Invalid(ConfigParameter));
        }

        var parameter = wish.TemplateParameter;
        if (wish.TemplateId is not { } id)
        {
            return (null, parameter, ImsErrors.Missing(parameter));
        }

        return await templates.FindAsync(account, id, cancellationToken) is { Kind: TemplateKind.SmartTag } found
            ? (TagTemplate.Of(found), parameter, ImsErrors.Invalid(parameter))
            : (null, parameter, ImsErrors.NotFound(parameter));
    }

    private async Task<List<RecogniserKind>> MissingAsync(
        IReadOnlyList<RecogniserKind> kinds, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(kinds.Select(kind => recognisers.FindProblemAsync(kind, cancellationToken)));
        return [.. kinds.Zip(problems).Where(pair => pair.Second is not null).Select(pair => pair.First)];
    }
}
