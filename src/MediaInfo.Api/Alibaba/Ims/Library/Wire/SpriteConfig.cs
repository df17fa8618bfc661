namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// How sprites are made up: the JSON text in Config of SpriteImages. Source: the vendor's sample code of its web editor, which
/// reads it.
/// </summary>
public sealed record SpriteConfig
{
    /// <summary>How many frames the sprites show.</summary>
    /// <example>32</example>
    public required int Num { get; init; }

    /// <summary>The grid of each.</summary>
    public required SpriteSnapshotConfig SpriteSnapshotConfig { get; init; }
}
