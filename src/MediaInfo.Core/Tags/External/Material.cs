using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags.External;

/// <summary>What was made of an object for the recogniser of the operator's own.</summary>
/// <param name="Frames">The stored frames, in order of time.</param>
/// <param name="Sound">The stored parts of the sound, in order of time.</param>
/// <param name="Usage">The cost of reading the object.</param>
public sealed record Material(
    IReadOnlyList<(ObjectRef File, FrameLink Link)> Frames,
    IReadOnlyList<(ObjectRef File, SoundLink Link)> Sound,
    ProbeUsage Usage)
{
    /// <summary>The ETag of the version that was read; null if none was.</summary>
    public string? ETag { get; init; }
}
