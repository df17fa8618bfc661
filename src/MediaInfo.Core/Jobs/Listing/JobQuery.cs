namespace MediaInfo.Core.Jobs.Listing;

/// <summary>A request for one page of a list of jobs.</summary>
/// <param name="Filter">The jobs to list.</param>
/// <param name="Limit">The maximum number of jobs, at least 1.</param>
public sealed record JobQuery(JobFilter Filter, int Limit)
{
    /// <summary>The order.</summary>
    public JobOrder Order { get; init; }

    /// <summary>The id after which the page starts; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>
    /// How many names one page may scan. This bounds the cost of filters with few matches. A page that reaches the limit is
    /// returned short, with a continuation.
    /// </summary>
    public int MaxNames { get; init; } = 20_000;
}
