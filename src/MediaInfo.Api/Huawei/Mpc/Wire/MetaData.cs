namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>The properties of a media object.</summary>
public sealed record MetaData
{
    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Seconds with decimals, despite the name.</summary>
    public double? DurationMs { get; init; }

    /// <summary>Whole seconds.</summary>
    public long? Duration { get; init; }

    /// <summary>True if the duration is an estimate; otherwise null. Our own member.</summary>
    public bool? DurationInaccurate { get; init; }

    /// <summary>The container, such as "MP4".</summary>
    public string? Format { get; init; }

    /// <summary>Lower-case hex; null unless it was computed.</summary>
    public string? Md5 { get; init; }

    /// <summary>kbit/s: the sum of the streams' rates; null if none is known.</summary>
    public long? Bitrate { get; init; }

    /// <summary>Video streams in file order, without cover pictures.</summary>
    public required IReadOnlyList<VideoInfo> Video { get; init; }

    /// <summary>Audio streams in file order.</summary>
    public required IReadOnlyList<AudioInfo> Audio { get; init; }
}
