namespace MediaInfo.Core.Media;

/// <summary>A stream that is not video, audio or subtitles.</summary>
public sealed record OtherStream : MediaStream
{
    /// <summary>ffprobe's codec_type: "data" or "attachment"; null if it reports none.</summary>
    public string? CodecType { get; init; }
}
