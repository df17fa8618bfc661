using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tags;

/// <summary>Everything that one recogniser found.</summary>
/// <param name="Results">One for each kind of finding.</param>
public sealed record TagFindings(IReadOnlyList<TagResult> Results)
{
    /// <summary>The cost of reading the object; null if not kept.</summary>
    public ProbeUsage? Usage { get; init; }

    /// <summary>The ETag of the version that was read; null if unknown.</summary>
    public string? ETag { get; init; }
}
