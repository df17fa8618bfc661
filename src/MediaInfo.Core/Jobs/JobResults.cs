using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Core.Jobs;

/// <summary>Stores and finds the typed parts of a job's result.</summary>
/// <remarks>A stored part never changes, so descriptions that were read or written here lately are remembered.</remarks>
public sealed class JobResults(IResultStore store, JobOptions options)
{
    // Larger ones are rare, and would make the memory of many a large one.
    private const int MaxRemembered = 64 * 1024;

    private readonly Recent<(JobKey Job, ResultPart Part), MediaDescription> _descriptions = new(options.Remembered);

    /// <summary>Stores a result as one of the job's parts; the first one stored stays.</summary>
    public async Task AddAsync(JobKey job, ResultPart part, AnalysisResult result, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(result, CoreJson.Default.AnalysisResult);
        if (await store.AddAsync(job, part, content, cancellationToken))
        {
            Remember(job, part, result.Description, content.Length);
        }
    }

    /// <summary>Stores the packet counts; the first ones stored stay.</summary>
    public Task AddAsync(JobKey job, PacketCounts counts, CancellationToken cancellationToken) =>
        store.AddAsync(job, ResultPart.Packets, JsonSerializer.SerializeToUtf8Bytes(counts, CoreJson.Default.PacketCounts), cancellationToken);

    /// <summary>A stored result; null when that part was never stored.</summary>
    public async Task<AnalysisResult?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(job, part, cancellationToken) is not { } content
            || JsonSerializer.Deserialize(content.Span, CoreJson.Default.AnalysisResult) is not { } result)
        {
            return null;
        }

        Remember(job, part, result.Description, content.Length);
        return result;
    }

    /// <summary>The stored packet counts; null when there are none.</summary>
    public async Task<PacketCounts?> FindPacketsAsync(JobKey job, CancellationToken cancellationToken) =>
        await store.FindAsync(job, ResultPart.Packets, cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, CoreJson.Default.PacketCounts)
            : null;

    /// <summary>The description of a job that succeeded; null for any other.</summary>
    public async Task<MediaDescription?> OfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job is { State: JobState.Succeeded, Result: { } part } ? await DescriptionAsync(job.Key, part, cancellationToken) : null;

    /// <summary>The description in a stored result; null when that part was never stored.</summary>
    public async Task<MediaDescription?> DescriptionAsync(JobKey job, ResultPart part, CancellationToken cancellationToken) =>
        _descriptions.Find((job, part)) ?? (await FindAsync(job, part, cancellationToken))?.Description;

    /// <summary>The whole result of a job that succeeded; null for any other.</summary>
    public async Task<AnalysisResult?> ReportOfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job is { State: JobState.Succeeded, Result: { } part } ? await FindAsync(job.Key, part, cancellationToken) : null;

    private void Remember(JobKey job, ResultPart part, MediaDescription description, int size)
    {
        if (size <= MaxRemembered)
        {
            _descriptions.Keep((job, part), description);
        }
    }
}
