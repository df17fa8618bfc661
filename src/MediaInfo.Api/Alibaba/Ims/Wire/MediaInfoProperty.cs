namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>The media's properties. Source: "SubmitMediaInfoJob", response elements. It has no list of subtitles.</summary>
/// <param name="FileBasicInfo">The file's own properties.</param>
/// <param name="AudioStreamInfoList">Audio streams.</param>
/// <param name="VideoStreamInfoList">Video streams, cover pictures included, in the job actions' own spelling.</param>
public sealed record MediaInfoProperty(
    FileBasicInfo FileBasicInfo,
    IReadOnlyList<AudioStreamInfo> AudioStreamInfoList,
    IReadOnlyList<JobVideoStreamInfo> VideoStreamInfoList);
