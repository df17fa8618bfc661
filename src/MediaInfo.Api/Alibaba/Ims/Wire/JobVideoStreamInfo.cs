using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>
/// A video stream as the job actions spell it: with underscores, unlike the rest of the product. Source: "SubmitMediaInfoJob",
/// response elements.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record JobVideoStreamInfo
{
    /// <summary>Index among all streams of the file, from 0.</summary>
    public required string Index { get; init; }

    /// <summary>ffprobe's codec_name.</summary>
    [JsonPropertyName("Codec_name")]
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    [JsonPropertyName("Codec_long_name")]
    public string? CodecLongName { get; init; }

    /// <summary>The codec's profile, such as "High".</summary>
    public string? Profile { get; init; }

    /// <summary>Seconds per codec tick, as a ratio: "1/50".</summary>
    [JsonPropertyName("Codec_time_base")]
    public string? CodecTimeBase { get; init; }

    /// <summary>The codec tag as text: "avc1", "[27][0][0][0]".</summary>
    [JsonPropertyName("Codec_tag_string")]
    public string? CodecTagString { get; init; }

    /// <summary>The codec tag as a number: "0x31637661".</summary>
    [JsonPropertyName("Codec_tag")]
    public string? CodecTag { get; init; }

    /// <summary>Width in pixels, before any rotation.</summary>
    public string? Width { get; init; }

    /// <summary>Height in pixels, before any rotation.</summary>
    public string? Height { get; init; }

    /// <summary>ffprobe's has_b_frames: "0", "1", "2" and so on.</summary>
    [JsonPropertyName("Has_b_frames")]
    public string? HasBFrames { get; init; }

    /// <summary>Sample aspect ratio; "0:1" if the file has none.</summary>
    public string? Sar { get; init; }

    /// <summary>Display aspect ratio; "0:1" if the file has none.</summary>
    public string? Dar { get; init; }

    /// <summary>Pixel format, such as "yuv420p".</summary>
    public string? PixFmt { get; init; }

    /// <summary>The codec's level: "41".</summary>
    public string? Level { get; init; }

    /// <summary>ffprobe's r_frame_rate, frames/s: "25.0".</summary>
    public string? Fps { get; init; }

    /// <summary>ffprobe's avg_frame_rate, frames/s: "25.0".</summary>
    [JsonPropertyName("Avg_fps")]
    public string? AvgFps { get; init; }

    /// <summary>Seconds per timestamp tick, as a ratio: "1/90000".</summary>
    [JsonPropertyName("Time_base")]
    public string? TimeBase { get; init; }

    /// <summary>Start time in seconds, 6 decimals; may be negative.</summary>
    [JsonPropertyName("Start_time")]
    public string? StartTime { get; init; }

    /// <summary>Duration in seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>Bit rate in kbit/s (of 1,000 bits), 3 decimals, truncated.</summary>
    [JsonPropertyName("Bit_rate")]
    public string? BitRate { get; init; }

    /// <summary>Number of frames as the file or its packets count them, never computed.</summary>
    public string? NumFrames { get; init; }

    /// <summary>The language tag; "und" if the file has none.</summary>
    public required string Lang { get; init; }

    /// <summary>Clockwise degrees, 0 to 359; "0" without a display matrix.</summary>
    public required string Rotate { get; init; }
}
