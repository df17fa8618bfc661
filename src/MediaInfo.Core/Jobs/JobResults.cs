using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaInfo.Core.Media;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Core.Jobs;

/// <summary>Stores and finds the typed parts of a job's result.</summary>
public sealed class JobResults(IResultStore store)
{
    /// <summary>Stores a result as one of the job's parts; the first one stored stays.</summary>
    public Task AddAsync(JobKey job, ResultPart part, AnalysisResult result, CancellationToken cancellationToken) =>
        store.AddAsync(job, part, JsonSerializer.SerializeToUtf8Bytes(result, CoreJson.Default.AnalysisResult), cancellationToken);

    /// <summary>Stores the packet counts; the first ones stored stay.</summary>
    public Task AddAsync(JobKey job, PacketCounts counts, CancellationToken cancellationToken) =>
        store.AddAsync(job, ResultPart.Packets, JsonSerializer.SerializeToUtf8Bytes(counts, CoreJson.Default.PacketCounts), cancellationToken);

    /// <summary>A stored result; null when that part was never stored.</summary>
    public Task<AnalysisResult?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken) =>
        FindAsync(job, part, CoreJson.Default.AnalysisResult, cancellationToken);

    /// <summary>The stored packet counts; null when there are none.</summary>
    public Task<PacketCounts?> FindPacketsAsync(JobKey job, CancellationToken cancellationToken) =>
        FindAsync(job, ResultPart.Packets, CoreJson.Default.PacketCounts, cancellationToken);

    /// <summary>The description of a job that succeeded; null for any other.</summary>
    public async Task<MediaDescription?> OfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        (await ReportOfAsync(job, cancellationToken))?.Description;

    /// <summary>The whole result of a job that succeeded; null for any other.</summary>
    public async Task<AnalysisResult?> ReportOfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job is { State: JobState.Succeeded, Result: { } part } ? await FindAsync(job.Key, part, cancellationToken) : null;

    private async Task<T?> FindAsync<T>(JobKey job, ResultPart part, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await store.FindAsync(job, part, cancellationToken) is { } content ? JsonSerializer.Deserialize(content.Span, type) : null;
}
