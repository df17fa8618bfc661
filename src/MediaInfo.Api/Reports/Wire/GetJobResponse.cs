namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetJob.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Job">The job.</param>
public sealed record GetJobResponse(string RequestId, JobDetail Job);
