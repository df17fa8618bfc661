namespace MediaInfo.Core.Library;

/// <summary>An asset as it was read from the store.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="ETag">The version that was read; a replacement must name it.</param>
public sealed record StoredAsset(Asset Asset, string ETag);
