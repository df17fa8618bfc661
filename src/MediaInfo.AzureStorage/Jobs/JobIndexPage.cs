using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>One page of the names below a prefix.</summary>
/// <param name="Entries">The jobs, in the order of their ids; storage may send none although more follow.</param>
/// <param name="Marker">Where the next page begins; null when this is the last.</param>
internal sealed record JobIndexPage(IReadOnlyList<JobIndexEntry> Entries, string? Marker)
{
    /// <summary>Whether nothing of the range comes after this page.</summary>
    public bool EndsBehind(JobIdRange range) => Marker is null || (Entries.Count > 0 && range.IsBehind(Entries[^1].Id));

    /// <summary>Whether the pages from this one on are worth reading: it reaches the range, or it cannot be told.</summary>
    public bool Reaches(JobIdRange range) => Entries.Count == 0 || string.CompareOrdinal(Entries[^1].Id, range.From) >= 0;

    /// <summary>Whether a longer prefix would have the same first page.</summary>
    public bool IsFirstOf(string prefix) =>
        Entries.Count > 0
        && Entries[0].Id.StartsWith(prefix, StringComparison.Ordinal)
        && Entries[^1].Id.StartsWith(prefix, StringComparison.Ordinal);
}
