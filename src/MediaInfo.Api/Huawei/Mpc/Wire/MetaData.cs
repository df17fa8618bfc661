namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>
/// The properties of a media object. Source: "Querying Video Parsing Tasks", response elements; the values are ffprobe's.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record MetaData
{
    /// <summary>Size in bytes; of HLS, that of the playlist.</summary>
    public long? Size { get; init; }

    /// <summary>Duration in seconds with decimals, despite the name.</summary>
    public double? DurationMs { get; init; }

    /// <summary>Duration in whole seconds, rounded down.</summary>
    public long? Duration { get; init; }

    /// <summary>True if the duration is an estimate; otherwise null. Our own member.</summary>
    public bool? DurationInaccurate { get; init; }

    /// <summary>True if the media is encrypted; otherwise null. Our own member.</summary>
    /// <example>true</example>
    public bool? Encrypted { get; init; }

    /// <summary>The container, such as "MP4".</summary>
    public string? Format { get; init; }

    /// <summary>The MD5 in lower-case hex; null unless storage keeps it or <c>Analysis:Digest</c> computes it.</summary>
    /// <example>"d41d8cd98f00b204e9800998ecf8427e"</example>
    public string? Md5 { get; init; }

    /// <summary>Bit rate in kbit/s of 1,024 bits: the sum of the streams' rates; null if none is known.</summary>
    public long? Bitrate { get; init; }

    /// <summary>Video streams in file order, without cover pictures.</summary>
    public required IReadOnlyList<VideoInfo> Video { get; init; }

    /// <summary>Audio streams in file order.</summary>
    public required IReadOnlyList<AudioInfo> Audio { get; init; }
}
