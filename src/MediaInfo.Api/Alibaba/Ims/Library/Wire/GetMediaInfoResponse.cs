namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of GetMediaInfo.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfo">The asset.</param>
public sealed record GetMediaInfoResponse(string RequestId, MediaEntry MediaInfo);
