using System.Text.Json;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Jobs;

/// <summary>Stores and reads the typed parts of a job's result.</summary>
/// <remarks>Stored parts never change, so descriptions recently read or written here are cached.</remarks>
public sealed class JobResults(IResultStore store, JobOptions options)
{
    // Larger ones are rare, and caching many of them would use too much memory.
    private const int MaxRemembered = 64 * 1024;

    private readonly RecentCache<(JobKey Job, ResultPart Part), MediaDescription> _descriptions = new(options.Remembered);

    /// <summary>Stores a result as a part of the job; the first one stored is kept.</summary>
    public async Task AddAsync(JobKey job, ResultPart part, AnalysisResult result, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(result, JobJson.Default.AnalysisResult);
        if (await store.AddAsync(job, part, content, cancellationToken))
        {
            Remember(job, part, result.Description, content.Length);
        }
    }

    /// <summary>Stores the packet counts and the bit rates over time; the first ones stored are kept.</summary>
    public async Task AddAsync(JobKey job, PacketCounts counts, CancellationToken cancellationToken)
    {
        if (counts.BitRates is { } profile)
        {
            await store.AddAsync(
                job,
                ResultPart.BitRates,
                JsonSerializer.SerializeToUtf8Bytes(profile with { ETag = counts.ETag }, MediaJson.Default.BitRateProfile),
                cancellationToken);
        }

        await store.AddAsync(
            job,
            ResultPart.Packets,
            JsonSerializer.SerializeToUtf8Bytes(counts, MediaJson.Default.PacketCounts),
            cancellationToken);
    }

    /// <summary>Reads a stored result; null if the part was never stored.</summary>
    public async Task<AnalysisResult?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(job, part, cancellationToken) is not { } content
            || JsonSerializer.Deserialize(content.Span, JobJson.Default.AnalysisResult) is not { } result)
        {
            return null;
        }

        Remember(job, part, result.Description, content.Length);
        return result;
    }

    /// <summary>Reads the stored packet counts; null if there are none.</summary>
    public async Task<PacketCounts?> FindPacketsAsync(JobKey job, CancellationToken cancellationToken) =>
        await store.FindAsync(job, ResultPart.Packets, cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, MediaJson.Default.PacketCounts)
            : null;

    /// <summary>Reads the stored bit rates over time; null if there are none of the version whose packets were counted.</summary>
    /// <remarks>
    /// An attempt may have stored them and then failed, and the next one have read another version. The counts come last, and
    /// a job that read other packets than it described has failed.
    /// </remarks>
    public async Task<BitRateProfile?> FindBitRatesAsync(JobKey job, CancellationToken cancellationToken) =>
        await store.FindAsync(job, ResultPart.BitRates, cancellationToken) is { } content
        && JsonSerializer.Deserialize(content.Span, MediaJson.Default.BitRateProfile) is { } profile
        && await FindPacketsAsync(job, cancellationToken) is { } counts
        && string.Equals(profile.ETag, counts.ETag, StringComparison.Ordinal)
            ? profile
            : null;

    /// <summary>The description of a succeeded job; null for any other.</summary>
    public async Task<MediaDescription?> OfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job is { State: JobState.Succeeded, Result: { } part } ? await DescriptionAsync(job.Key, part, cancellationToken) : null;

    /// <summary>The description in a stored result; null if the part was never stored.</summary>
    public async Task<MediaDescription?> DescriptionAsync(JobKey job, ResultPart part, CancellationToken cancellationToken) =>
        _descriptions.Find((job, part)) ?? (await FindAsync(job, part, cancellationToken))?.Description;

    /// <summary>The complete result of a succeeded job.</summary>
    /// <exception cref="IOException">The result is missing.</exception>
    public async Task<AnalysisResult> ReportOfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job is { State: JobState.Succeeded, Result: { } part } && await FindAsync(job.Key, part, cancellationToken) is { } result
            ? result
            : throw new IOException($"The result of job {job.Key.Id} is missing");

    private void Remember(JobKey job, ResultPart part, MediaDescription description, int size)
    {
        if (size <= MaxRemembered)
        {
            _descriptions.Keep((job, part), description);
        }
    }
}
