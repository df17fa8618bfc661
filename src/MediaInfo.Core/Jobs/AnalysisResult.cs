using System.Text.Json;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Jobs;

/// <summary>The result of an analysis in one document: our description, and the ffprobe report it was made from.</summary>
/// <param name="Description">The description.</param>
/// <param name="Ffprobe">ffprobe's JSON, complete except for the URL it was given; null if not kept.</param>
/// <param name="ETag">The ETag of the object version that was read; null if not kept.</param>
public sealed record AnalysisResult(MediaDescription Description, JsonElement? Ffprobe = null, string? ETag = null)
{
    /// <summary>The cost of the read; null if not kept.</summary>
    public ProbeUsage? Usage { get; init; }
}
