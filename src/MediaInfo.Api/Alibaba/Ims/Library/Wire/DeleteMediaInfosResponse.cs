namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of DeleteMediaInfos.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="IgnoredList">The ids or addresses that name no asset; null if all do.</param>
/// <param name="ForbiddenList">The addresses in buckets closed to this service; null if there are none.</param>
public sealed record DeleteMediaInfosResponse(
    string RequestId, IReadOnlyList<string>? IgnoredList, IReadOnlyList<string>? ForbiddenList);
