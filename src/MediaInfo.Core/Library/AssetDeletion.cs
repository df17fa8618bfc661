using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Core.Library;

/// <summary>
/// Deletes assets and the files that this service made of them, but not their objects: it never changes its callers' objects.
/// </summary>
public sealed class AssetDeletion(
    IAssetStore assets, AssetNames names, JobFiles files, LibraryEvents events, TimeProvider time)
{
    /// <summary>Deletes an asset, releases its names and notifies its owner.</summary>
    /// <returns>False if there is no such asset.</returns>
    /// <exception cref="IOException">Storage is unavailable, or other writers interfered too often.</exception>
    public async Task<bool> DeleteAsync(AssetKey key, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AssetStoreUpdates.MaxAttempts; attempt++)
        {
            if (await assets.FindAsync(key, cancellationToken) is not { Asset: { IsLive: true } asset } read)
            {
                return false;
            }

            // Read before the document is written: a claim written after that belongs to another asset, and stays.
            var claims = await ClaimsOfAsync(asset, cancellationToken);
            var deleted = asset.Deleted(time.GetUtcNow());
            if (await assets.ReplaceAsync(read, deleted, cancellationToken))
            {
                await events.TellAsync(new LibraryNews(LibraryEventType.Deleted, deleted), cancellationToken);
                await names.ReleaseAsync(claims, cancellationToken);
                await RemoveFilesAsync(deleted, cancellationToken);
                return true;
            }
        }

        throw AssetStoreUpdates.TooBusy(key);
    }

    /// <summary>Releases names that an interrupted deletion left with a deleted asset.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task ReleaseNamesAsync(Asset deleted, CancellationToken cancellationToken) =>
        await names.ReleaseAsync(await ClaimsOfAsync(deleted, cancellationToken), cancellationToken);

    /// <summary>Removes the files that this service made of an asset.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task RemoveFilesAsync(Asset asset, CancellationToken cancellationToken)
    {
        foreach (var work in new[] { asset.Frames, asset.Tagging }.OfType<AssetWork>())
        {
            await files.RemoveAsync(new JobKey(asset.Key.Account, work.JobId), cancellationToken);
        }
    }

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

    private static bool IsOf(StoredClaim? claim, AssetKey key) =>
        string.Equals(claim?.Claim.AssetId, key.Id, StringComparison.Ordinal);
}
