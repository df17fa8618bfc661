namespace MediaInfo.Core.Library;

/// <summary>Read, change and write back as one step, against concurrent writers.</summary>
public static class AssetStoreUpdates
{
    /// <summary>How often a step is tried again when other writers came between.</summary>
    public const int MaxAttempts = 20;

    /// <summary>Applies a change to the newest version of an asset, again when another writer came between.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The asset.</param>
    /// <param name="change">The new version, or null to leave the asset as it is.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The asset that this call wrote; null when it wrote none.</returns>
    /// <exception cref="IOException">Other writers came between too often.</exception>
    public static async Task<Asset?> UpdateAsync(
        this IAssetStore store, AssetKey key, Func<Asset, Asset?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.FindAsync(key, cancellationToken) is not { } read || change(read.Asset) is not { } next)
            {
                return null;
            }

            if (await store.ReplaceAsync(read, next, cancellationToken))
            {
                return next;
            }
        }

        throw TooBusy(key);
    }

    /// <summary>What a caller is told when other writers came between every time.</summary>
    public static IOException TooBusy(AssetKey key) => new($"Asset {key.Id} or its names were changed by others {MaxAttempts} times in a row");
}
