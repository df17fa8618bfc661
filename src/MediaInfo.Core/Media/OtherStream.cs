namespace MediaInfo.Core.Media;

/// <summary>
/// A stream that is not video, audio or subtitles. Source: ffprobe's streams;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record OtherStream : MediaStream
{
    /// <summary>ffprobe's codec_type: "data" or "attachment"; null if it reports none.</summary>
    /// <example>"data"</example>
    public string? CodecType { get; init; }
}
