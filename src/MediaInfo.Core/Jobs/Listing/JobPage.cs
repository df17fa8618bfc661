namespace MediaInfo.Core.Jobs.Listing;

/// <summary>One page of a list of jobs.</summary>
/// <param name="Jobs">The jobs as they are now, in the asked order.</param>
/// <param name="Next">The id after which the next page begins; null when there is none.</param>
public sealed record JobPage(IReadOnlyList<AnalysisJob> Jobs, string? Next);
