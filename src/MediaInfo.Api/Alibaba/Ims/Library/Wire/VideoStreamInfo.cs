using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>A video stream. Source: "GetMediaInfo", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record VideoStreamInfo : VideoInfo
{
    /// <summary>Copies the members common to all dialects.</summary>
    public VideoStreamInfo(VideoInfo stream)
        : base(stream)
    {
    }

    /// <summary>Same as <see cref="VideoInfo.NumFrames"/>.</summary>
    public string? Nb_frames { get; init; }
}
