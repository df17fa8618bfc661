namespace MediaInfo.Api.Mps.Wire;

/// <summary>An audio stream. Source: "QueryMediaInfoJobList", response elements.</summary>
public sealed record AudioStream
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

    /// <summary>Sample format such as "fltp".</summary>
    public string? SampleFmt { get; init; }

    /// <summary>Hz.</summary>
    public string? Samplerate { get; init; }

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

    /// <summary>The language tag: "eng", "und".</summary>
    public string? Lang { get; init; }

    /// <summary>"true" when the duration is estimated from the bit rate, else "".</summary>
    public required string DurationInaccurate { get; init; }
}
