namespace MediaInfo.Api.Alibaba.Streams;

/// <summary>
/// A subtitle stream, the same in MPS and in IMS's media library. Source: "QueryMediaInfoJobList" and "GetMediaInfo", response
/// elements.
/// </summary>
public sealed record SubtitleInfo : StreamInfo
{
    /// <summary>Copies the members of every stream.</summary>
    public SubtitleInfo(StreamInfo stream)
        : base(stream)
    {
    }
}
