namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>A video stream. Source: "Querying Video Parsing Tasks", response elements; the values are ffprobe's.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record VideoInfo
{
    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Bit rate in kbit/s of 1,024 bits, rounded down.</summary>
    public long? Bitrate { get; init; }

    /// <summary>Bit rate in bit/s.</summary>
    public long? BitrateBps { get; init; }

    /// <summary>Average frame rate in whole frames/s, rounded down.</summary>
    public long? FrameRate { get; init; }

    /// <summary>The codec, such as "H.264".</summary>
    public string? Codec { get; init; }

    /// <summary>Duration in whole seconds, rounded down.</summary>
    public string? Duration { get; init; }

    /// <summary>Duration in whole milliseconds.</summary>
    public string? DurationMs { get; init; }

    /// <summary>Degrees by which a player rotates the picture; null without a display matrix.</summary>
    public float? Rotate { get; init; }
}
