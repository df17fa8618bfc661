namespace MediaInfo.Api.Alibaba.Streams;

/// <summary>
/// A subtitle stream, the same in MPS and in IMS's media library. Source: "QueryMediaInfoJobList" and "GetMediaInfo", response
/// elements.
/// </summary>
/// <remarks>CodecName is ffprobe's, but "srt" for SubRip, as the pages list it.</remarks>
public sealed record SubtitleInfo : StreamInfo
{
    /// <summary>Copies the members of every stream.</summary>
    public SubtitleInfo(StreamInfo stream)
        : base(stream)
    {
    }
}
