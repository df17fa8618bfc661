namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>An audio stream. Source: "Querying Video Parsing Tasks", response elements; the values are ffprobe's.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record AudioInfo
{
    /// <summary>The codec, such as "AAC".</summary>
    public string? Codec { get; init; }

    /// <summary>Sample rate in Hz.</summary>
    public int? Sample { get; init; }

    /// <summary>Number of channels.</summary>
    public int? Channels { get; init; }

    /// <summary>Bit rate in kbit/s of 1,024 bits, rounded down, 0 if unknown.</summary>
    public long Bitrate { get; init; }

    /// <summary>Bit rate in bit/s, 0 if unknown.</summary>
    public long BitrateBps { get; init; }

    /// <summary>Duration in whole seconds, rounded down.</summary>
    public string? Duration { get; init; }

    /// <summary>Duration in whole milliseconds.</summary>
    public string? DurationMs { get; init; }
}
