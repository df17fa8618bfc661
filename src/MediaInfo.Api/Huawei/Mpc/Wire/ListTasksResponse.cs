namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>The response to a query.</summary>
/// <param name="Total">Matching tasks on all pages.</param>
/// <param name="Tasks">The tasks of the page, newest first.</param>
public sealed record ListTasksResponse(int Total, IReadOnlyList<ExtractTask> Tasks);
