namespace MediaInfo.Core.Jobs.Listing;

/// <summary>One page of a list with numbered pages.</summary>
/// <param name="Jobs">The current jobs, newest first.</param>
/// <param name="Total">The number of jobs in the whole list.</param>
public sealed record NumberedPage(IReadOnlyList<AnalysisJob> Jobs, int Total);
