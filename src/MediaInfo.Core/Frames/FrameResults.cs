using System.Text.Json;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Frames;

/// <summary>Stores and reads which pictures a job made.</summary>
public sealed class FrameResults(IResultStore store)
{
    /// <summary>Stores the list of pictures; the first one stored is kept.</summary>
    public Task AddAsync(JobKey job, FrameSets sets, CancellationToken cancellationToken) => store.AddAsync(
        job, ResultPart.Frames, JsonSerializer.SerializeToUtf8Bytes(sets, FrameJson.Default.FrameSets), cancellationToken);

    /// <summary>The stored pictures; null if the job has made none, or not all of them yet.</summary>
    public async Task<FrameSets?> FindAsync(JobKey job, CancellationToken cancellationToken) =>
        await store.FindAsync(job, ResultPart.Frames, cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, FrameJson.Default.FrameSets)
            : null;
}
