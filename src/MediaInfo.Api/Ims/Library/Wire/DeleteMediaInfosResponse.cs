namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>The answer of DeleteMediaInfos.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="IgnoredList">The ids or addresses that name no asset; null when all do.</param>
/// <param name="ForbiddenList">The addresses in buckets that are not open to this service; null when there are none.</param>
public sealed record DeleteMediaInfosResponse(string RequestId, IReadOnlyList<string>? IgnoredList, IReadOnlyList<string>? ForbiddenList);
