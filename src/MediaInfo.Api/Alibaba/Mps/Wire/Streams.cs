namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>
/// Streams by kind. Empty lists are included, as in live responses of the service. Source: "QueryMediaInfoJobList", response
/// elements.
/// </summary>
/// <param name="VideoStreamList">Video streams, cover pictures included.</param>
/// <param name="AudioStreamList">Audio streams.</param>
/// <param name="SubtitleStreamList">Subtitle streams.</param>
public sealed record Streams(
    VideoStreamList VideoStreamList, AudioStreamList AudioStreamList, SubtitleStreamList SubtitleStreamList);
