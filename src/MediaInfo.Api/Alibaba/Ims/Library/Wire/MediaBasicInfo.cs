namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// The owner's data of an asset, and the pictures that were made of it. Source: "GetMediaInfo", response elements. DeletedTime is
/// always omitted: this service shows no deleted assets.
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
    /// Without the owner's, the signed address of the cover that was made.
    /// </summary>
    public string? CoverURL { get; init; }

    /// <summary>
    /// The snapshots that were made, as JSON text: in GetMediaInfo a list of signed addresses, absent while there are none; in
    /// the lists a list of the type SnapshotFiles, [] while there are none.
    /// </summary>
    public string? Snapshots { get; init; }

    /// <summary>
    /// The sprites that were made, as the JSON text of a list of the type SnapshotFiles; absent while there are none.
    /// </summary>
    public string? SpriteImages { get; init; }

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
