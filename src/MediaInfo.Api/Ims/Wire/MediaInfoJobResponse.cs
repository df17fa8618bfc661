namespace MediaInfo.Api.Ims.Wire;

/// <summary>The answer of SubmitMediaInfoJob and of GetMediaInfoJob, whose elements are the same.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfoJob">The job.</param>
public sealed record MediaInfoJobResponse(string RequestId, MediaInfoJob MediaInfoJob);
