namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>A file of an asset. Source: "GetMediaInfo", response elements.</summary>
public sealed record MediaFile
{
    /// <summary>The file as a whole.</summary>
    public required FileBasicInfo FileBasicInfo { get; init; }

    /// <summary>Its audio streams; null where they are not part of the answer.</summary>
    public IReadOnlyList<AudioStreamInfo>? AudioStreamInfoList { get; init; }

    /// <summary>Its video streams, cover pictures included; null where they are not part of the answer.</summary>
    public IReadOnlyList<VideoStreamInfo>? VideoStreamInfoList { get; init; }

    /// <summary>Its subtitle streams; null where they are not part of the answer.</summary>
    public IReadOnlyList<SubtitleStreamInfo>? SubtitleStreamInfoList { get; init; }
}
