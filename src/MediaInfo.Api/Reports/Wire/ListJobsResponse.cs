namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of ListJobs.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Jobs">The jobs, newest first.</param>
/// <param name="NextToken">The token of the next page; absent on the last one.</param>
public sealed record ListJobsResponse(string RequestId, IReadOnlyList<JobSummary> Jobs, string? NextToken);
