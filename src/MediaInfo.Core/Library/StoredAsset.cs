namespace MediaInfo.Core.Library;

/// <summary>An asset as read from the store.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="ETag">The ETag of the version that was read; a replacement must match it.</param>
public sealed record StoredAsset(Asset Asset, string ETag);
