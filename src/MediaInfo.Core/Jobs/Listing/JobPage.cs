namespace MediaInfo.Core.Jobs.Listing;

/// <summary>One page of a list of jobs.</summary>
/// <param name="Jobs">The current jobs, in the requested order.</param>
/// <param name="Next">The id after which the next page starts; null on the last page.</param>
public sealed record JobPage(IReadOnlyList<AnalysisJob> Jobs, string? Next);
