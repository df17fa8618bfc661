using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>A file of an asset. Source: "GetMediaInfo", response elements.</summary>
public sealed record MediaFile
{
    /// <summary>The file's own properties.</summary>
    public required FileBasicInfo FileBasicInfo { get; init; }

    /// <summary>Its audio streams; null if they are not part of the response.</summary>
    public IReadOnlyList<AudioStreamInfo>? AudioStreamInfoList { get; init; }

    /// <summary>Its video streams, cover pictures included; null if they are not part of the response.</summary>
    public IReadOnlyList<VideoStreamInfo>? VideoStreamInfoList { get; init; }

    /// <summary>Its subtitle streams; null if they are not part of the response.</summary>
    public IReadOnlyList<SubtitleInfo>? SubtitleStreamInfoList { get; init; }
}
