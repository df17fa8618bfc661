namespace MediaInfo.Core.Jobs.Listing;

/// <summary>What the index knows about a job without reading its document.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Dialect">The dialect that accepted the job; null if unknown.</param>
/// <param name="State">The job's state; null if unknown.</param>
public sealed record JobIndexEntry(string Id, string? Dialect, JobState? State)
{
    /// <summary>The job's project; null for none or if unknown.</summary>
    public string? Project { get; init; }
}
