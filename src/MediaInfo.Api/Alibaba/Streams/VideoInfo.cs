using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Streams;

/// <summary>The video stream members that MPS and IMS's media library share.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public record VideoInfo : StreamInfo
{
    /// <summary>Copies the members of every stream.</summary>
    public VideoInfo(StreamInfo stream)
        : base(stream)
    {
    }

    /// <summary>The codec's profile, such as "High".</summary>
    [JsonPropertyOrder(-1)]
    public string? Profile { get; init; }

    /// <summary>Width in pixels, before any rotation.</summary>
    [JsonPropertyOrder(-1)]
    public string? Width { get; init; }

    /// <summary>Height in pixels, before any rotation.</summary>
    [JsonPropertyOrder(-1)]
    public string? Height { get; init; }

    /// <summary>ffprobe's has_b_frames: "0", "1", "2" and so on.</summary>
    [JsonPropertyOrder(-1)]
    public string? HasBFrames { get; init; }

    /// <summary>Sample aspect ratio; "0:1" if the file has none.</summary>
    [JsonPropertyOrder(-1)]
    public string? Sar { get; init; }

    /// <summary>Display aspect ratio; "0:1" if the file has none.</summary>
    [JsonPropertyOrder(-1)]
    public string? Dar { get; init; }

    /// <summary>Pixel format, such as "yuv420p".</summary>
    [JsonPropertyOrder(-1)]
    public string? PixFmt { get; init; }

    /// <summary>The codec's level: "41".</summary>
    [JsonPropertyOrder(-1)]
    public string? Level { get; init; }

    /// <summary>ffprobe's r_frame_rate, frames/s: "25.0".</summary>
    [JsonPropertyOrder(-1)]
    public string? Fps { get; init; }

    /// <summary>ffprobe's avg_frame_rate, frames/s: "23.976025".</summary>
    [JsonPropertyOrder(-1)]
    public string? AvgFPS { get; init; }

    /// <summary>Bit rate in kbit/s (of 1,000 bits), 3 decimals, truncated.</summary>
    [JsonPropertyOrder(-1)]
    public string? Bitrate { get; init; }

    /// <summary>Number of frames as the file or its packets count them, never computed.</summary>
    [JsonPropertyOrder(-1)]
    public string? NumFrames { get; init; }

    /// <summary>Clockwise degrees on playback, 0 to 359. Without a display matrix IMS says "0".</summary>
    [JsonPropertyOrder(-1)]
    public string? Rotate { get; init; }
}
