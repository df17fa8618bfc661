namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>
/// The response of SubmitMediaInfoJob, SubmitSyncMediaInfoJob and GetMediaInfoJob, which have the same elements.
/// </summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfoJob">The job.</param>
public sealed record MediaInfoJobResponse(string RequestId, MediaInfoJob MediaInfoJob);
