namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>
/// How sprites are made up: the JSON text in Config of SpriteImages. Source: the vendor's sample code of its web editor, which
/// reads it.
/// </summary>
/// <param name="Num">How many frames the sprites show.</param>
/// <param name="SpriteSnapshotConfig">The grid of each.</param>
public sealed record SpriteConfig(int Num, SpriteGrid SpriteSnapshotConfig);
