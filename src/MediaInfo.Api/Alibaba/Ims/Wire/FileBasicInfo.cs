namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>A file's own properties. Source: "SubmitMediaInfoJob", response elements.</summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record FileBasicInfo
{
    /// <summary>The media asset's id; absent if the job analysed an object.</summary>
    public string? MediaId { get; init; }

    /// <summary>The last part of the object's key.</summary>
    public required string FileName { get; init; }

    /// <summary>Always "Normal".</summary>
    public required string FileStatus { get; init; }

    /// <summary>Always "source_file".</summary>
    public required string FileType { get; init; }

    /// <summary>Size of the object in bytes; for HLS, of the playlist.</summary>
    public string? FileSize { get; init; }

    /// <summary>The object's URL in the vendor's form.</summary>
    public required string FileUrl { get; init; }

    /// <summary>The region, such as "cn-shanghai".</summary>
    public required string Region { get; init; }

    /// <summary>ffprobe's format_name: "mov,mp4,m4a,3gp,3g2,mj2".</summary>
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

    /// <summary>Width in pixels, before any rotation.</summary>
    public string? Width { get; init; }

    /// <summary>Height in pixels, before any rotation.</summary>
    public string? Height { get; init; }
}
