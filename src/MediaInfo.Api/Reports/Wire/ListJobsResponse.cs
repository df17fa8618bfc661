namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of ListJobs.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Jobs">The jobs, newest first.</param>
public sealed record ListJobsResponse(string RequestId, IReadOnlyList<JobSummary> Jobs)
{
    /// <summary>The token of the next page; absent on the last one.</summary>
    /// <example>bjg4YzZjYTE4NGMwZTQ3MDk4YTViNjY1ZTJhMTI2Nzk3</example>
    public string? NextToken { get; init; }
}
