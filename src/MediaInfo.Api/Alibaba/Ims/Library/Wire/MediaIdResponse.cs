namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of RegisterMediaInfo and UpdateMediaInfo.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaId">The asset's id.</param>
public sealed record MediaIdResponse(string RequestId, string MediaId);
