namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>An audio stream. Source: "GetMediaInfo", response elements. Its Fps is never there: sound has no frame rate that a file would tell.</summary>
public sealed record AudioStreamInfo
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

    /// <summary>The codec's profile, such as "LC".</summary>
    public string? Profile { get; init; }

    /// <summary>Sample format such as "fltp".</summary>
    public string? SampleFmt { get; init; }

    /// <summary>Hz.</summary>
    public string? SampleRate { get; init; }

    /// <summary>Number of channels.</summary>
    public string? Channels { get; init; }

    /// <summary>The channels' places: "stereo", "5.1(side)".</summary>
    public string? ChannelLayout { get; init; }

    /// <summary>Seconds of one time stamp tick, as a ratio: "1/90000".</summary>
    public string? Timebase { get; init; }

    /// <summary>Seconds, 6 decimals; may be negative.</summary>
    public string? StartTime { get; init; }

    /// <summary>Seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>kbit/s, 3 decimals, cut off.</summary>
    public string? Bitrate { get; init; }

    /// <summary>Frames that were counted; never computed.</summary>
    public string? NumFrames { get; init; }

    /// <summary>The language tag; "und" without one.</summary>
    public string? Lang { get; init; }
}
