using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Core.Jobs;

/// <summary>Stores and finds the typed parts of a job's result.</summary>
public sealed class JobResults(IResultStore store)
{
    /// <summary>Stores a description as one of the job's parts; the first one stored stays.</summary>
    public Task AddAsync(JobKey job, ResultPart part, MediaDescription description, CancellationToken cancellationToken) =>
        store.AddAsync(job, part, JsonSerializer.SerializeToUtf8Bytes(description, CoreJson.Default.MediaDescription), cancellationToken);

    /// <summary>Stores the packet counts; the first ones stored stay.</summary>
    public Task AddAsync(JobKey job, PacketCounts counts, CancellationToken cancellationToken) =>
        store.AddAsync(job, ResultPart.Packets, JsonSerializer.SerializeToUtf8Bytes(counts, CoreJson.Default.PacketCounts), cancellationToken);

    /// <summary>A stored description; null when that part was never stored.</summary>
    public async Task<MediaDescription?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken) =>
        await store.FindAsync(job, part, cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, CoreJson.Default.MediaDescription)
            : null;

    /// <summary>The stored packet counts; null when there are none.</summary>
    public async Task<PacketCounts?> FindPacketsAsync(JobKey job, CancellationToken cancellationToken) =>
        await store.FindAsync(job, ResultPart.Packets, cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, CoreJson.Default.PacketCounts)
            : null;

    /// <summary>The description of a job that succeeded; null for any other.</summary>
    public async Task<MediaDescription?> OfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job is { State: JobState.Succeeded, Result: { } part } ? await FindAsync(job.Key, part, cancellationToken) : null;
}
