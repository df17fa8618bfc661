namespace MediaInfo.Core.Jobs.Listing;

/// <summary>What the index says of a job without its document being read.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Dialect">The dialect that accepted it; null when the index does not know.</param>
/// <param name="State">Where it stands; null when the index does not know.</param>
public sealed record JobIndexEntry(string Id, string? Dialect, JobState? State)
{
    /// <summary>The project it belongs to; null for none, and where the index knows nothing of the job.</summary>
    public string? Project { get; init; }
}
