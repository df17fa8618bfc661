namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>The answer of ListMediaBasicInfos.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MaxResults">The most that a page holds.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
/// <param name="NextToken">Asks for the next page; null on the last.</param>
/// <param name="MediaInfos">The assets of the page.</param>
public sealed record ListMediaBasicInfosResponse(
    string RequestId, int MaxResults, int TotalCount, string? NextToken, IReadOnlyList<MediaEntry> MediaInfos);
