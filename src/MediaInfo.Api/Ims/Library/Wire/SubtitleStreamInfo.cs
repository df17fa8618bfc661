namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>A subtitle stream. Source: "GetMediaInfo", response elements.</summary>
public sealed record SubtitleStreamInfo
{
    /// <summary>Position in the whole file, from 0.</summary>
    public required string Index { get; init; }

    /// <summary>ffprobe's codec_name.</summary>
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    public string? CodecLongName { get; init; }

    /// <summary>Seconds of one codec tick, as a ratio: "1/50".</summary>
    public string? CodecTimeBase { get; init; }

    /// <summary>The codec tag as text: "avc1", "[27][0][0][0]".</summary>
    public string? CodecTagString { get; init; }

    /// <summary>The codec tag as number: "0x31637661".</summary>
    public string? CodecTag { get; init; }

    /// <summary>Seconds of one time stamp tick, as a ratio: "1/90000".</summary>
    public string? Timebase { get; init; }

    /// <summary>Seconds, 6 decimals; may be negative.</summary>
    public string? StartTime { get; init; }

    /// <summary>Seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>The language tag; "und" without one.</summary>
    public string? Lang { get; init; }
}
