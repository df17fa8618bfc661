namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The container. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record Format
{
    /// <summary>Start time in seconds, 6 decimals; may be negative.</summary>
    public string? StartTime { get; init; }

    /// <summary>Number of programs.</summary>
    public string? NumPrograms { get; init; }

    /// <summary>Size of the object in bytes.</summary>
    public string? Size { get; init; }

    /// <summary>Number of streams.</summary>
    public string? NumStreams { get; init; }

    /// <summary>ffprobe's format_long_name: "QuickTime / MOV".</summary>
    public string? FormatLongName { get; init; }

    /// <summary>Duration in seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>Bit rate in kbit/s (of 1,000 bits), 3 decimals, truncated.</summary>
    public string? Bitrate { get; init; }

    /// <summary>ffprobe's format_name: "mov,mp4,m4a,3gp,3g2,mj2".</summary>
    public string? FormatName { get; init; }

    /// <summary>"true" if the media is encrypted; null otherwise. Our own member.</summary>
    /// <example>true</example>
    public string? Encrypted { get; init; }

    /// <summary>The container's tags; absent if it has none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
