namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// The owner's data of an asset. Source: "GetMediaInfo", response elements. Snapshots, SpriteImages and DeletedTime are always
/// omitted: this service makes no pictures, and shows no deleted assets.
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

    /// <summary>subtitles, watermark, opening, ending, font or general.</summary>
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

    /// <summary>
    /// The cover's address as the owner gave it; a signed one, valid for AuthTimeout, if it names an object of the account.
    /// </summary>
    public string? CoverURL { get; init; }

    /// <summary>The owner's own data.</summary>
    public string? UserData { get; init; }

    /// <summary>Init, Preparing, Normal or PrepareFail.</summary>
    public required string Status { get; init; }

    /// <summary>When it was registered, ISO 8601, UTC.</summary>
    public required string CreateTime { get; init; }

    /// <summary>When it was last changed, ISO 8601, UTC.</summary>
    public required string ModifiedTime { get; init; }

    /// <summary>The category's id, a number; absent if the category was deleted.</summary>
    public long? CateId { get; init; }

    /// <summary>The category's name; absent if the category was deleted.</summary>
    public string? CateName { get; init; }

    /// <summary>Always "ICE".</summary>
    public string? Biz { get; init; }

    /// <summary>Always "Init": this service transcodes nothing. Absent in GetMediaInfo, whose page does not have it.</summary>
    public string? TranscodeStatus { get; init; }

    /// <summary>Always "general".</summary>
    public string? UploadSource { get; init; }

    /// <summary>The owner's own id.</summary>
    public string? ReferenceId { get; init; }
}
