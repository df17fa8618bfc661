namespace MediaInfo.Core.Media;

/// <summary>A stream that is neither picture nor sound nor subtitle.</summary>
public sealed record OtherStream : MediaStream
{
    /// <summary>ffprobe's codec_type: "data" or "attachment"; null when it knows none.</summary>
    public string? CodecType { get; init; }
}
