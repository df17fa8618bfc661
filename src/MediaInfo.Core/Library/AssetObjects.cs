using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>Finds the object of an asset through its document.</summary>
public sealed class AssetObjects(IAssetStore assets) : IAssetObjects
{
    /// <inheritdoc />
    public async Task<ObjectRef?> FindAsync(string account, string mediaId, CancellationToken cancellationToken) =>
        (await assets.FindAsync(new AssetKey(account, mediaId), cancellationToken))?.Asset is { IsLive: true } asset
            ? asset.Source
            : null;
}
