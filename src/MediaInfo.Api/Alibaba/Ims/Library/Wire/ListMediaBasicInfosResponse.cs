namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of ListMediaBasicInfos.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MaxResults">Maximum assets per page.</param>
/// <param name="TotalCount">Assets on all pages.</param>
/// <param name="NextToken">Token for the next page; null on the last.</param>
/// <param name="MediaInfos">The assets of the page.</param>
public sealed record ListMediaBasicInfosResponse(
    string RequestId, int MaxResults, int TotalCount, string? NextToken, IReadOnlyList<MediaEntry> MediaInfos);
