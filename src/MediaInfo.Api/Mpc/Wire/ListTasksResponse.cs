namespace MediaInfo.Api.Mpc.Wire;

/// <summary>The answer to a query.</summary>
/// <param name="Total">How many tasks match, on all pages.</param>
/// <param name="Tasks">Those of the page, newest first.</param>
public sealed record ListTasksResponse(int Total, IReadOnlyList<ExtractTask> Tasks);
