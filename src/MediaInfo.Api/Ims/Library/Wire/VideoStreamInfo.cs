namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>A video stream. Source: "GetMediaInfo", response elements.</summary>
public sealed record VideoStreamInfo
{
    /// <summary>Position in the whole file, from 0.</summary>
    public required string Index { get; init; }

    /// <summary>ffprobe's codec_name.</summary>
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    public string? CodecLongName { get; init; }

    /// <summary>The codec's profile, such as "High".</summary>
    public string? Profile { get; init; }

    /// <summary>Seconds of one codec tick, as a ratio: "1/50".</summary>
    public string? CodecTimeBase { get; init; }

    /// <summary>The codec tag as text: "avc1", "[27][0][0][0]".</summary>
    public string? CodecTagString { get; init; }

    /// <summary>The codec tag as number: "0x31637661".</summary>
    public string? CodecTag { get; init; }

    /// <summary>Pixels across, before any rotation.</summary>
    public string? Width { get; init; }

    /// <summary>Pixels down, before any rotation.</summary>
    public string? Height { get; init; }

    /// <summary>ffprobe's has_b_frames: "0", "1", "2" and so on.</summary>
    public string? HasBFrames { get; init; }

    /// <summary>Shape of a sample; "0:1" when the file does not say.</summary>
    public string? Sar { get; init; }

    /// <summary>Shape of the picture; "0:1" when the file does not say.</summary>
    public string? Dar { get; init; }

    /// <summary>Sample format such as "yuv420p".</summary>
    public string? PixFmt { get; init; }

    /// <summary>The codec's level: "41".</summary>
    public string? Level { get; init; }

    /// <summary>ffprobe's r_frame_rate, frames/s: "25.0".</summary>
    public string? Fps { get; init; }

    /// <summary>ffprobe's avg_frame_rate, frames/s: "23.976025".</summary>
    public string? AvgFPS { get; init; }

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

    /// <summary>Clockwise degrees, 0 to 359; "0" without a display matrix.</summary>
    public string? Rotate { get; init; }

    /// <summary>The same as <see cref="NumFrames"/>.</summary>
    public string? Nb_frames { get; init; }
}
