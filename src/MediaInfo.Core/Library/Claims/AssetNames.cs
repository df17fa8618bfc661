namespace MediaInfo.Core.Library.Claims;

/// <summary>
/// Ensures that each name belongs to at most one live asset, using only conditional writes. No locks, no waiting.
/// </summary>
/// <remarks>
/// To take a name for an asset, a writer reads the asset's document (or finds that there is none), writes the claim, even if it
/// already says the same, and then writes the document on condition that it has not changed. To take a name from a holder that
/// does not have it, a writer first makes the holder's last write fail by writing the holder's document itself, unchanged or as
/// deleted. If two writers want the same name, one of them therefore fails and retries. A claim left behind by a crash needs no
/// repair: the next writer that wants the name detects that it is stale.
/// </remarks>
public sealed class AssetNames(IAssetClaims claims, IAssetStore assets, TimeProvider time)
{
    // How long a writer that claimed a name has to write its document before the name can be taken over.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>The claim on a name; null if there is none.</summary>
    public Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken) =>
        claims.FindAsync(name, cancellationToken);

    /// <summary>The live asset that has the name; null if there is none.</summary>
    public async Task<Asset?> FindHolderAsync(ClaimName name, CancellationToken cancellationToken) =>
        await claims.FindAsync(name, cancellationToken) is { } held
        && (await assets.FindAsync(KeyOf(held), cancellationToken))?.Asset is { IsLive: true } asset
            ? asset
            : null;

    /// <summary>Replaces the claim that was read with one for the asset; null if another writer interfered.</summary>
    public Task<StoredClaim?> ClaimAsync(
        ClaimName name, string assetId, StoredClaim? over, CancellationToken cancellationToken) =>
        claims.WriteAsync(name, new AssetClaim(assetId, time.GetUtcNow()), over, cancellationToken);

    /// <summary>Releases the claims, except those written since they were read.</summary>
    public Task ReleaseAsync(IEnumerable<StoredClaim?> read, CancellationToken cancellationToken) =>
        Task.WhenAll(read.OfType<StoredClaim>().Select(claim => claims.RemoveAsync(claim, cancellationToken)));

    /// <summary>Takes a reference id for an asset whose document was already read or found missing.</summary>
    /// <param name="asset">The new version of the asset.</param>
    /// <param name="referenceId">The reference id.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    public async Task<NameTaking> TakeReferenceAsync(Asset asset, string referenceId, CancellationToken cancellationToken)
    {
        var name = ClaimName.OfReference(asset.Key.Account, referenceId);
        var held = await claims.FindAsync(name, cancellationToken);
        if (held is not null && !string.Equals(held.Claim.AssetId, asset.Key.Id, StringComparison.Ordinal)
            && await FreeAsync(held, asset, referenceId, cancellationToken) is var freed and not NameTaking.Taken)
        {
            return freed;
        }

        return await ClaimAsync(name, asset.Key.Id, held, cancellationToken) is null ? NameTaking.Disturbed : NameTaking.Taken;
    }

    /// <summary>
    /// Retires the id of a registration that claimed names but wrote no document, so that it can no longer write one.
    /// </summary>
    /// <returns>False if its document exists after all.</returns>
    public Task<bool> AbandonAsync(Asset pattern, string assetId, CancellationToken cancellationToken) =>
        assets.AddAsync((pattern with { Key = pattern.Key with { Id = assetId } }).Deleted(time.GetUtcNow()), cancellationToken);

    private async Task<NameTaking> FreeAsync(
        StoredClaim held, Asset asset, string referenceId, CancellationToken cancellationToken)
    {
        var holder = await assets.FindAsync(KeyOf(held), cancellationToken);
        return holder switch
        {
            { Asset.IsLive: false } => NameTaking.Taken,
            { } live when string.Equals(live.Asset.ReferenceId, referenceId, StringComparison.Ordinal) => NameTaking.Held,
            { } live => await assets.ReplaceAsync(live, live.Asset, cancellationToken) ? NameTaking.Taken : NameTaking.Disturbed,
            null when time.GetUtcNow() - held.Claim.At < Grace => NameTaking.Held,
            null => await AbandonAsync(asset, held.Claim.AssetId, cancellationToken) ? NameTaking.Taken : NameTaking.Disturbed,
        };
    }

    private static AssetKey KeyOf(StoredClaim held) => new(held.Name.Account, held.Claim.AssetId);
}
