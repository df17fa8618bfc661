namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>An audio stream.</summary>
public sealed record AudioInfo
{
    /// <summary>The codec, such as "AAC".</summary>
    public string? Codec { get; init; }

    /// <summary>Samples per second.</summary>
    public int? Sample { get; init; }

    /// <summary>Number of channels.</summary>
    public int? Channels { get; init; }

    /// <summary>kbit/s of 1,024 bits; 0 if unknown.</summary>
    public long Bitrate { get; init; }

    /// <summary>bit/s; 0 if unknown.</summary>
    public long BitrateBps { get; init; }

    /// <summary>Whole seconds.</summary>
    public string? Duration { get; init; }

    /// <summary>Whole milliseconds.</summary>
    public string? DurationMs { get; init; }
}
