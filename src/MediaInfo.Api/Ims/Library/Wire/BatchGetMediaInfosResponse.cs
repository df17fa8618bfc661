namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>The answer of BatchGetMediaInfos.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfos">The assets that exist.</param>
/// <param name="IgnoredList">The ids of which none exists; null when all do.</param>
public sealed record BatchGetMediaInfosResponse(string RequestId, IReadOnlyList<MediaEntry> MediaInfos, IReadOnlyList<string>? IgnoredList);
