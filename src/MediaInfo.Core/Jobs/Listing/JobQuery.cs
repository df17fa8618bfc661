namespace MediaInfo.Core.Jobs.Listing;

/// <summary>One page of a list of jobs.</summary>
/// <param name="Filter">Which jobs.</param>
/// <param name="Limit">At most so many, at least 1.</param>
public sealed record JobQuery(JobFilter Filter, int Limit)
{
    /// <summary>The order.</summary>
    public JobOrder Order { get; init; }

    /// <summary>The id after which the page begins; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>
    /// How many names are looked at for one page, so that no filter, however rare its jobs, makes a call endless. A page that
    /// is not full by then is given as it is, with where to go on.
    /// </summary>
    public int MaxNames { get; init; } = 20_000;
}
