namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>A file as a whole; every value is text. Source: "GetMediaInfo", response elements.</summary>
public sealed record FileBasicInfo
{
    /// <summary>The last part of the object's key.</summary>
    public required string FileName { get; init; }

    /// <summary>Always "Normal".</summary>
    public required string FileStatus { get; init; }

    /// <summary>Always "source_file".</summary>
    public required string FileType { get; init; }

    /// <summary>Bytes.</summary>
    public string? FileSize { get; init; }

    /// <summary>An address that reads the file; null where none can be given.</summary>
    public string? FileUrl { get; init; }

    /// <summary>The region, such as "cn-hangzhou".</summary>
    public string? Region { get; init; }

    /// <summary>ffprobe's format_name.</summary>
    public string? FormatName { get; init; }

    /// <summary>Seconds, 6 decimals.</summary>
    public string? Duration { get; init; }

    /// <summary>kbit/s, 3 decimals, cut off.</summary>
    public string? Bitrate { get; init; }

    /// <summary>Pixels across of the first video stream.</summary>
    public string? Width { get; init; }

    /// <summary>Pixels down of the first video stream.</summary>
    public string? Height { get; init; }

    /// <summary>When the asset was registered, ISO 8601, UTC.</summary>
    public string? CreateTime { get; init; }

    /// <summary>When the file was analysed, ISO 8601, UTC.</summary>
    public string? ModifiedTime { get; init; }
}
