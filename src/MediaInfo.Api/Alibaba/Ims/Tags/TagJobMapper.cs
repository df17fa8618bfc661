using System.Text.Json;
using MediaInfo.Api.Alibaba.Ims.Tags.Wire;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Maps tag jobs to responses.</summary>
public sealed class TagJobMapper(TagFindingsStore found, JobResults results, TagLinks links)
{
    /// <summary>The job with its results, which are there once it has succeeded.</summary>
    public async Task<QuerySmarttagJobResponse> MapAsync(
        string requestId, AnalysisJob job, CancellationToken cancellationToken) => new()
    {
        RequestId = requestId,
        JobStatus = TagJobStatus.Of(job.State),
        Results = job.State == JobState.Succeeded
            ? new SmarttagResultList(await ResultsAsync(job, cancellationToken))
            : null,
        Usages = await UsagesAsync(job, cancellationToken),
        UserData = job.UserData,
        Progress = JobTransitions.IsFinal(job.State) ? null : job.Progress,
        Reason = job.Failure?.ToString(),
        ProbeUsage = ReadingCost.Of(job.Usage),
    };

    // What the recognisers found, and the title if the caller wants it back.
    private async Task<IReadOnlyList<SmarttagResult>> ResultsAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var findings = await found.OfAsync(job, cancellationToken);
        return [.. MetaOf(job.Extras.Tags), .. await links.WriteAsync(job.Key, findings, TagLinks.Lifetime, cancellationToken)];
    }

    private async Task<SmarttagUsageList?> UsagesAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.Extras.Tags is { } work && (await results.OfAsync(job, cancellationToken))?.Container.Duration is > 0 and var seconds
            ? new SmarttagUsageList(
                [.. work.Recognisers.Select(kind => new SmarttagUsage(TypeOf(kind), (long)decimal.Ceiling(seconds)))])
            : null;

    private static string TypeOf(RecogniserKind kind) => kind switch
    {
        RecogniserKind.Chapters => "nlp",
        RecogniserKind.Text => "ocr",
        RecogniserKind.Speech => "asr",
        _ => "external",
    };

    private static IEnumerable<SmarttagResult> MetaOf(TagWork? work) =>
        work is { Title: { } title } && TagParams.Parse("Params", work.Parameters).Params is { Meta: true }
            ? [new SmarttagResult("Meta", Write(new SmarttagMeta { Title = title }))]
            : [];

    private static string Write(SmarttagMeta meta) => JsonSerializer.Serialize(meta, SmarttagJson.Wire.SmarttagMeta);
}
