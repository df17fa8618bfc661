namespace MediaInfo.Api.Ims.Library.Wire;

/// <summary>An asset. Source: "GetMediaInfo", response elements. AiRoughData is never there: this service makes none.</summary>
public sealed record MediaEntry
{
    /// <summary>The asset's id.</summary>
    public required string MediaId { get; init; }

    /// <summary>What its owner says of it.</summary>
    public required MediaBasicInfo MediaBasicInfo { get; init; }

    /// <summary>Its one file; null while it is not analysed, or was not asked for.</summary>
    public IReadOnlyList<MediaFile>? FileInfoList { get; init; }
}
