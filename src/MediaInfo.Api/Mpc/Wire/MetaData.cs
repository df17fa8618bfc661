namespace MediaInfo.Api.Mpc.Wire;

/// <summary>What a media object is.</summary>
public sealed record MetaData
{
    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Seconds with their decimals, whatever the name says.</summary>
    public double? DurationMs { get; init; }

    /// <summary>Whole seconds.</summary>
    public long? Duration { get; init; }

    /// <summary>The container, such as "MP4".</summary>
    public string? Format { get; init; }

    /// <summary>Lower-case hex; null unless it was computed.</summary>
    public string? Md5 { get; init; }

    /// <summary>kbit/s: the sum of the streams'; null when none is known.</summary>
    public long? Bitrate { get; init; }

    /// <summary>Moving pictures in file order.</summary>
    public required IReadOnlyList<VideoInfo> Video { get; init; }

    /// <summary>Sound in file order.</summary>
    public required IReadOnlyList<AudioInfo> Audio { get; init; }
}
