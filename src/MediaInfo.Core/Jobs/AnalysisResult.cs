using System.Text.Json;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Jobs;

/// <summary>What an analysis found, in one document: our description, and ffprobe's own report that it was made from.</summary>
/// <param name="Description">The description.</param>
/// <param name="Ffprobe">ffprobe's JSON, complete but for the URL it was given; null when it was not kept.</param>
/// <param name="ETag">The version of the object that was read; null when it was not kept.</param>
public sealed record AnalysisResult(MediaDescription Description, JsonElement? Ffprobe = null, string? ETag = null);
