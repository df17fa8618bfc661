namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>A file's own properties; every value is text. Source: "GetMediaInfo", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record FileBasicInfo
{
    /// <summary>The last part of the object's key.</summary>
    public required string FileName { get; init; }

    /// <summary>Always "Normal".</summary>
    public required string FileStatus { get; init; }

    /// <summary>Always "source_file".</summary>
    public required string FileType { get; init; }

    /// <summary>Size of the object in bytes, known before the analysis; of a playlist, that of the playlist.</summary>
    public string? FileSize { get; init; }

    /// <summary>An address to read the file from; null if there is none.</summary>
    public string? FileUrl { get; init; }

    /// <summary>The region, such as "cn-hangzhou".</summary>
    public string? Region { get; init; }

    /// <summary>ffprobe's format_name.</summary>
    public string? FormatName { get; init; }

    /// <summary>Duration in seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>"true" for an estimate of the duration; null otherwise. Our own member, named as MPS names it.</summary>
    /// <example>true</example>
    public string? DurationInaccurate { get; init; }

    /// <summary>"true" if the media is encrypted; null otherwise. Our own member.</summary>
    /// <example>true</example>
    public string? Encrypted { get; init; }

    /// <summary>Bit rate in kbit/s (of 1,000 bits), 3 decimals, truncated.</summary>
    public string? Bitrate { get; init; }

    /// <summary>Width of the first video stream, in pixels.</summary>
    public string? Width { get; init; }

    /// <summary>Height of the first video stream, in pixels.</summary>
    public string? Height { get; init; }

    /// <summary>When the asset was registered, ISO 8601, UTC.</summary>
    public string? CreateTime { get; init; }

    /// <summary>When the file was analysed, ISO 8601, UTC; absent before that.</summary>
    public string? ModifiedTime { get; init; }
}
