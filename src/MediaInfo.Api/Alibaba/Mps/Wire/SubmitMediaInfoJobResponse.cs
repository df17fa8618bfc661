namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of SubmitMediaInfoJob.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfoJob">The job.</param>
public sealed record SubmitMediaInfoJobResponse(string RequestId, MediaInfoJob MediaInfoJob);
