namespace MediaInfo.Api.Ims.Wire;

/// <summary>An audio stream. Source: "SubmitMediaInfoJob", response elements.</summary>
public sealed record AudioStreamInfo
{
    /// <summary>Position in the whole file, from 0.</summary>
    public required string Index { get; init; }

    /// <summary>ffprobe's codec_name.</summary>
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    public string? CodecLongName { get; init; }

    /// <summary>Seconds of one codec tick, as a ratio: "1/44100".</summary>
    public string? CodecTimeBase { get; init; }

    /// <summary>The codec tag as text: "mp4a", "[15][0][0][0]".</summary>
    public string? CodecTagString { get; init; }

    /// <summary>The codec tag as number: "0x000f".</summary>
    public string? CodecTag { get; init; }

    /// <summary>Sample format such as "fltp".</summary>
    public string? SampleFmt { get; init; }

    /// <summary>Samples per second of one channel. MPS spells it Samplerate.</summary>
    public string? SampleRate { get; init; }

    /// <summary>Number of channels.</summary>
    public string? Channels { get; init; }

    /// <summary>The channels' places, such as "stereo".</summary>
    public string? ChannelLayout { get; init; }

    /// <summary>Seconds of one time stamp tick, as a ratio: "1/90000".</summary>
    public string? Timebase { get; init; }

    /// <summary>Seconds, 6 decimals; may be negative.</summary>
    public string? StartTime { get; init; }

    /// <summary>Seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>kbit/s, 3 decimals, cut off. Absent where it is unknown; the page's "0.f" is a slip.</summary>
    public string? Bitrate { get; init; }

    /// <summary>The language tag; "und" where the file names none.</summary>
    public required string Lang { get; init; }
}
