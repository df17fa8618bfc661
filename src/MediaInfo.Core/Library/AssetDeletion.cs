using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Core.Library;

/// <summary>Deletes assets. Their objects stay: this service changes no object of its callers.</summary>
public sealed class AssetDeletion(IAssetStore assets, AssetNames names, LibraryEvents events, TimeProvider time)
{
    /// <summary>Deletes an asset, gives its names free and tells its owner.</summary>
    /// <returns>False when there is no such asset.</returns>
    /// <exception cref="IOException">Storage is away, or other writers came between too often.</exception>
    public async Task<bool> DeleteAsync(AssetKey key, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AssetStoreUpdates.MaxAttempts; attempt++)
        {
            if (await assets.FindAsync(key, cancellationToken) is not { Asset: { IsLive: true } asset } read)
            {
                return false;
            }

            // Read before the document is written: a claim that somebody writes after that is his, and stays.
            var claims = await ClaimsOfAsync(asset, cancellationToken);
            var deleted = asset.Deleted(time.GetUtcNow());
            if (await assets.ReplaceAsync(read, deleted, cancellationToken))
            {
                await events.TellAsync(new LibraryNews(LibraryEventType.Deleted, deleted), cancellationToken);
                await names.ReleaseAsync(claims, cancellationToken);
                return true;
            }
        }

        throw AssetStoreUpdates.TooBusy(key);
    }

    /// <summary>Gives the names free that a deletion which broke off has left to a deleted asset.</summary>
    /// <exception cref="IOException">Storage is away.</exception>
    public async Task ReleaseNamesAsync(Asset deleted, CancellationToken cancellationToken) =>
        await names.ReleaseAsync(await ClaimsOfAsync(deleted, cancellationToken), cancellationToken);

    private async Task<IEnumerable<StoredClaim?>> ClaimsOfAsync(Asset asset, CancellationToken cancellationToken)
    {
        var claims = await Task.WhenAll(NamesOf(asset).Select(name => names.FindAsync(name, cancellationToken)));
        return claims.Where(claim => IsOf(claim, asset.Key));
    }

    private static IEnumerable<ClaimName> NamesOf(Asset asset)
    {
        yield return ClaimName.Of(asset.Key.Account, asset.Source);
        if (asset.ReferenceId is { } reference)
        {
            yield return ClaimName.OfReference(asset.Key.Account, reference);
        }

        if (asset.ClientToken is { } token)
        {
            yield return ClaimName.OfToken(asset.Key.Account, token);
        }
    }

    private static bool IsOf(StoredClaim? claim, AssetKey key) => string.Equals(claim?.Claim.AssetId, key.Id, StringComparison.Ordinal);
}
