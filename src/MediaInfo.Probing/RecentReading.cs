using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing;

/// <summary>What was read from one version of an object.</summary>
/// <param name="ETag">The version.</param>
public sealed record RecentReading(string ETag)
{
    /// <summary>The description and ffprobe's report; null if not read.</summary>
    public AnalysisResult? Description { get; init; }

    /// <summary>The packet counts; null if not read.</summary>
    public PacketCounts? Packets { get; init; }

    /// <summary>The MD5 in lower-case hex; null if not computed.</summary>
    public string? Md5 { get; init; }
}
