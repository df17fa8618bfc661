namespace MediaInfo.Core.Library;

/// <summary>Read-modify-write with optimistic concurrency.</summary>
public static class AssetStoreUpdates
{
    /// <summary>How often a step is tried if other writers interfere.</summary>
    public const int MaxAttempts = 20;

    /// <summary>Applies a change to the newest version of an asset, and retries if another writer interferes.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The asset.</param>
    /// <param name="change">The new version, or null to leave the asset as it is.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The asset that this call wrote; null if it wrote none.</returns>
    /// <exception cref="IOException">Other writers interfered too often.</exception>
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

    /// <summary>The exception for a caller whose every attempt lost to another writer.</summary>
    public static IOException TooBusy(AssetKey key) =>
        new($"Asset {key.Id} or its names were changed by other writers {MaxAttempts} times in a row");
}
