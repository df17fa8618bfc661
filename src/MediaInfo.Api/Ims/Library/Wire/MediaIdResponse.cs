namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>The answer of RegisterMediaInfo and UpdateMediaInfo.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaId">The asset's id.</param>
public sealed record MediaIdResponse(string RequestId, string MediaId);
