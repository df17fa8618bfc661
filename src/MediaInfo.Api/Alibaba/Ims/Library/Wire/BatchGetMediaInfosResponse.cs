namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of BatchGetMediaInfos.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="MediaInfos">The assets that exist.</param>
/// <param name="IgnoredList">The ids without an asset; null if all have one.</param>
public sealed record BatchGetMediaInfosResponse(
    string RequestId, IReadOnlyList<MediaEntry> MediaInfos, IReadOnlyList<string>? IgnoredList);
