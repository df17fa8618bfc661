namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>The response of SubmitSmarttagJob.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="JobId">The job's id.</param>
public sealed record SubmitSmarttagJobResponse(string RequestId, string JobId);
