using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Tags;

/// <summary>Stores and reads what the recognisers of a job found.</summary>
public sealed class TagFindingsStore(IResultStore store)
{
    /// <summary>Stores the findings of a recogniser; the first ones stored are kept.</summary>
    public Task AddAsync(JobKey job, RecogniserKind kind, TagFindings findings, CancellationToken cancellationToken) =>
        store.AddAsync(
            job, PartOf(kind), JsonSerializer.SerializeToUtf8Bytes(findings, TagJson.Default.TagFindings), cancellationToken);

    /// <summary>What a recogniser found; null if it has not ended, or failed.</summary>
    public async Task<TagFindings?> FindAsync(JobKey job, RecogniserKind kind, CancellationToken cancellationToken) =>
        await store.FindAsync(job, PartOf(kind), cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, TagJson.Default.TagFindings)
            : null;

    /// <summary>What all recognisers of a job have found so far, in the order in which the job names them.</summary>
    public Task<IReadOnlyList<TagResult>> OfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        OfAsync(job.Key, job.Extras.Tags?.Recognisers ?? [], cancellationToken);

    /// <summary>What some recognisers of a job have found so far, in their order.</summary>
    public async Task<IReadOnlyList<TagResult>> OfAsync(
        JobKey job, IEnumerable<RecogniserKind> kinds, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(kinds.Select(kind => FindAsync(job, kind, cancellationToken)));
        return [.. found.OfType<TagFindings>().SelectMany(findings => findings.Results)];
    }

    private static ResultPart PartOf(RecogniserKind kind) => kind switch
    {
        RecogniserKind.Chapters => ResultPart.Chapters,
        RecogniserKind.Text => ResultPart.Text,
        RecogniserKind.Speech => ResultPart.Speech,
        _ => ResultPart.External,
    };
}
