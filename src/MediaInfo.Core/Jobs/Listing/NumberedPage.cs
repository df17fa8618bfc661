namespace MediaInfo.Core.Jobs.Listing;

/// <summary>One page of a list whose pages are numbered.</summary>
/// <param name="Jobs">The jobs as they are now, newest first.</param>
/// <param name="Total">How many jobs the whole list has.</param>
public sealed record NumberedPage(IReadOnlyList<AnalysisJob> Jobs, int Total);
