namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Which jobs of an account are meant.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Dialect">The dialect that accepted them, such as "mps".</param>
public sealed record JobFilter(string Account, string Dialect)
{
    /// <summary>The project they belong to; null for any.</summary>
    public string? Project { get; init; }

    /// <summary>The states they may be in; null for any.</summary>
    public IReadOnlyCollection<JobState>? States { get; init; }

    /// <summary>Accepted at this time or later, whole milliseconds UTC; null for no bound.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Accepted before this time, whole milliseconds UTC; null for no bound.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Whether a job's document is meant.</summary>
    public bool Matches(AnalysisJob job) =>
        string.Equals(job.Key.Account, Account, StringComparison.Ordinal)
        && string.Equals(job.Dialect, Dialect, StringComparison.Ordinal)
        && (Project is null || string.Equals(job.Project, Project, StringComparison.Ordinal))
        && States?.Contains(job.State) != false
        && !(job.CreatedAt < CreatedFrom)
        && !(job.CreatedAt >= CreatedBefore);

    /// <summary>Whether a name in the index is meant. What the index does not know of a job speaks for it.</summary>
    /// <param name="entry">A name whose time is known to be within the bounds.</param>
    public bool MayMatch(JobIndexEntry entry) =>
        (entry.Dialect is null || string.Equals(entry.Dialect, Dialect, StringComparison.Ordinal))
        && (Project is null || entry.Dialect is null || string.Equals(entry.Project, Project, StringComparison.Ordinal))
        && (entry.State is not { } state || States?.Contains(state) != false);
}
