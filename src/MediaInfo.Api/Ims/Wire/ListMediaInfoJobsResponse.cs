namespace MediaInfo.Api.Ims.Wire;

/// <summary>The answer of ListMediaInfoJobs.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Jobs">A page of jobs.</param>
/// <param name="NextPageToken">Where the next page begins; absent on the last one.</param>
public sealed record ListMediaInfoJobsResponse(string RequestId, IReadOnlyList<MediaInfoJob> Jobs, string? NextPageToken);
