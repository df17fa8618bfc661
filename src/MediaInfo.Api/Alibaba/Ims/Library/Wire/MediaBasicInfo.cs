namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// The owner's data of an asset. Source: "GetMediaInfo", response elements. Snapshots, SpriteImages, CateName and TranscodeStatus
/// are always omitted: this service produces none of these.
/// </summary>
/// <remarks>A member is absent if the owner did not set it.</remarks>
public sealed record MediaBasicInfo
{
    /// <summary>The asset's id.</summary>
    public required string MediaId { get; init; }

    /// <summary>The object's address as registered.</summary>
    public required string InputURL { get; init; }

    /// <summary>video, audio, image or text; null while unknown.</summary>
    public string? MediaType { get; init; }

    /// <summary>subtitles, watermark, opening, ending or general.</summary>
    public required string BusinessType { get; init; }

    /// <summary>Always "oss".</summary>
    public required string Source { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The category's name.</summary>
    public string? Category { get; init; }

    /// <summary>The tags, comma-separated.</summary>
    public string? MediaTags { get; init; }

    /// <summary>The cover's address as the owner gave it.</summary>
    public string? CoverURL { get; init; }

    /// <summary>The owner's own data.</summary>
    public string? UserData { get; init; }

    /// <summary>Init, Preparing, Normal or PrepareFail.</summary>
    public required string Status { get; init; }

    /// <summary>When it was registered, ISO 8601, UTC.</summary>
    public required string CreateTime { get; init; }

    /// <summary>When it was last changed, ISO 8601, UTC.</summary>
    public required string ModifiedTime { get; init; }

    /// <summary>The category's id, a number.</summary>
    public long? CateId { get; init; }

    /// <summary>Always "ICE".</summary>
    public string? Biz { get; init; }

    /// <summary>Always "general".</summary>
    public string? UploadSource { get; init; }

    /// <summary>The owner's own id.</summary>
    public string? ReferenceId { get; init; }
}
