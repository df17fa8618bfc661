namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>An asset. Source: "GetMediaInfo", response elements.</summary>
public sealed record MediaEntry
{
    /// <summary>The asset's id.</summary>
    public required string MediaId { get; init; }

    /// <summary>The owner's data.</summary>
    public required MediaBasicInfo MediaBasicInfo { get; init; }

    /// <summary>Its one file; null if it was not requested.</summary>
    public IReadOnlyList<MediaFile>? FileInfoList { get; init; }

    /// <summary>What was recognised in it; absent in lists, and for an asset that has no tag job.</summary>
    public AiRoughData? AiRoughData { get; init; }
}
