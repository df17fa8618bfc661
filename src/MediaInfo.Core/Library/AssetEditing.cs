using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Core.Library;

/// <summary>Changes the owner's metadata of assets.</summary>
public sealed class AssetEditing(IAssetStore assets, AssetNames names, LibraryEvents events, TimeProvider time)
{
    /// <summary>The maximum number of tags per asset.</summary>
    public const int MaxTags = 16;

    /// <summary>Changes an asset and notifies its owner.</summary>
    /// <exception cref="IOException">Storage is unavailable, or other writers interfered too often.</exception>
    public async Task<AssetUpdateResult> ChangeAsync(AssetKey key, AssetChange change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AssetStoreUpdates.MaxAttempts; attempt++)
        {
            if (await TryAsync(key, change, cancellationToken) is { } ended)
            {
                return ended;
            }
        }

        throw AssetStoreUpdates.TooBusy(key);
    }

    // Null if another writer interfered.
    private async Task<AssetUpdateResult?> TryAsync(AssetKey key, AssetChange change, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(key, cancellationToken) is not { Asset: { IsLive: true } asset } read)
        {
            return AssetUpdateResult.NotFound;
        }

        var next = change.Apply(asset, time.GetUtcNow());
        if (next.Tags.Count > MaxTags)
        {
            return AssetUpdateResult.TooManyTags;
        }

        var isRenamed = !string.Equals(next.ReferenceId, asset.ReferenceId, StringComparison.Ordinal);
        if (isRenamed
            && await names.TakeReferenceAsync(next, next.ReferenceId!, cancellationToken) is var taking and not NameTaking.Taken)
        {
            return taking == NameTaking.Held ? AssetUpdateResult.ReferenceHeld : null;
        }

        // Read before the document is written: if the asset takes the old name back after that, the new claim stays.
        var old = isRenamed && asset.ReferenceId is { } former
            ? await names.FindAsync(ClaimName.OfReference(key.Account, former), cancellationToken)
            : null;
        if (!await assets.ReplaceAsync(read, next, cancellationToken))
        {
            return null;
        }

        await events.TellAsync(new LibraryNews(LibraryEventType.Changed, next), cancellationToken);
        await names.ReleaseAsync(
            [string.Equals(old?.Claim.AssetId, key.Id, StringComparison.Ordinal) ? old : null], cancellationToken);
        return AssetUpdateResult.Changed;
    }
}
