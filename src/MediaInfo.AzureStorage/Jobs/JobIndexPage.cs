using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>One page of the names under a prefix.</summary>
/// <param name="Entries">The jobs, in id order; storage may return an empty page although more follow.</param>
/// <param name="Marker">The marker of the next page; null if this is the last one.</param>
internal sealed record JobIndexPage(IReadOnlyList<JobIndexEntry> Entries, string? Marker)
{
    /// <summary>Whether nothing in the range comes after this page.</summary>
    public bool EndsBehind(JobIdRange range) => Marker is null || (Entries.Count > 0 && range.IsBehind(Entries[^1].Id));

    /// <summary>Whether to read on from this page: it reaches the range, or is empty and so inconclusive.</summary>
    public bool Reaches(JobIdRange range) => Entries.Count == 0 || string.CompareOrdinal(Entries[^1].Id, range.From) >= 0;

    /// <summary>Whether a longer prefix would have the same first page.</summary>
    public bool IsFirstOf(string prefix) =>
        Entries.Count > 0
        && Entries[0].Id.StartsWith(prefix, StringComparison.Ordinal)
        && Entries[^1].Id.StartsWith(prefix, StringComparison.Ordinal);
}
