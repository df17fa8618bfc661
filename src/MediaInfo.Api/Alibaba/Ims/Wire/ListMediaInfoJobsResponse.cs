namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>The response of ListMediaInfoJobs.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Jobs">A page of jobs.</param>
/// <param name="NextPageToken">Token for the next page; absent on the last.</param>
public sealed record ListMediaInfoJobsResponse(string RequestId, IReadOnlyList<MediaInfoJob> Jobs, string? NextPageToken);
