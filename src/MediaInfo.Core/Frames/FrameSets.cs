using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Frames;

/// <summary>Everything that a job made for its orders, in their order.</summary>
/// <param name="Sets">One for each order.</param>
/// <param name="Usage">The cost of reading the frames.</param>
/// <param name="ETag">The ETag of the version that was read; null if unknown.</param>
public sealed record FrameSets(IReadOnlyList<FrameSet> Sets, ProbeUsage Usage, string? ETag);
