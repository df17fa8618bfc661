namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>A video stream.</summary>
public sealed record VideoInfo
{
    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>kbit/s of 1,024 bits.</summary>
    public long? Bitrate { get; init; }

    /// <summary>bit/s.</summary>
    public long? BitrateBps { get; init; }

    /// <summary>Whole frames per second.</summary>
    public long? FrameRate { get; init; }

    /// <summary>The codec, such as "H.264".</summary>
    public string? Codec { get; init; }

    /// <summary>Whole seconds.</summary>
    public string? Duration { get; init; }

    /// <summary>Whole milliseconds.</summary>
    public string? DurationMs { get; init; }

    /// <summary>Degrees by which a player rotates the picture; null without a display matrix.</summary>
    public float? Rotate { get; init; }
}
