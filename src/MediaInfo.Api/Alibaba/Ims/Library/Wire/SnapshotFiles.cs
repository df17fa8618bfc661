using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// Pictures that were made of an asset: an item of the JSON text in Snapshots and SpriteImages of the lists, and in SpriteImages
/// of GetMediaInfo. Source: "BatchGetMediaInfos", response elements, but for templateId: no template made them.
/// </summary>
public sealed record SnapshotFiles
{
    /// <summary>The bucket.</summary>
    /// <example>"example-files"</example>
    [JsonPropertyName("bucket")]
    public required string Bucket { get; init; }

    /// <summary>How many frames the pictures show.</summary>
    /// <example>"3"</example>
    [JsonPropertyName("count")]
    public required string Count { get; init; }

    /// <summary>The job that made them.</summary>
    /// <example>"fe5de062657680f620d1cbcf58d22f41"</example>
    [JsonPropertyName("iceJobId")]
    public required string IceJobId { get; init; }

    /// <summary>The service's location.</summary>
    /// <example>"oss-cn-hangzhou"</example>
    [JsonPropertyName("location")]
    public required string Location { get; init; }

    /// <summary>The keys of snapshots, with {Count} for the number in five digits; absent for sprites.</summary>
    /// <example>"1000000000000001/fe5de062657680f620d1cbcf58d22f41/1/{Count}.jpg"</example>
    [JsonPropertyName("snapshotRegular")]
    public string? SnapshotRegular { get; init; }

    /// <summary>The keys of sprites, with {TileCount} for the number in five digits; absent for snapshots.</summary>
    /// <example>"1000000000000001/fe5de062657680f620d1cbcf58d22f41/2/{TileCount}.jpg"</example>
    [JsonPropertyName("spriteRegular")]
    public string? SpriteRegular { get; init; }

    /// <summary>How many sprites there are; absent for snapshots.</summary>
    /// <example>"1"</example>
    [JsonPropertyName("tileCount")]
    public string? TileCount { get; init; }

    /// <summary>How to cut a sprite: JSON text of the type SpriteConfig; absent for snapshots.</summary>
    /// <example>"{\"Num\":32,\"SpriteSnapshotConfig\":{\"Lines\":4,\"Columns\":8,...}}"</example>
    public string? Config { get; init; }

    /// <summary>Signed addresses of the sprites; absent for snapshots.</summary>
    /// <example>["https://storage.example.com/mediainfo-files/1/2/2/00001.jpg?sig=..."]</example>
    public IReadOnlyList<string>? SnapshotUrlList { get; init; }
}
