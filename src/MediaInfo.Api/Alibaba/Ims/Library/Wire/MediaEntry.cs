namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// An asset. Source: "GetMediaInfo", response elements. AiRoughData is always omitted: this service produces none.
/// </summary>
public sealed record MediaEntry
{
    /// <summary>The asset's id.</summary>
    public required string MediaId { get; init; }

    /// <summary>The owner's data.</summary>
    public required MediaBasicInfo MediaBasicInfo { get; init; }

    /// <summary>Its one file; null if it was not requested.</summary>
    public IReadOnlyList<MediaFile>? FileInfoList { get; init; }
}
