namespace MediaInfo.Core.Library.Claims;

/// <summary>Gives each name to at most one living asset, with conditional writes alone: no lock, and nobody to wait for.</summary>
/// <remarks>
/// Whoever wants a name for an asset reads the asset's document (or finds that there is none), then writes the claim, even
/// where it says the same already, then writes the document under the condition that it did not change. Whoever takes a
/// name away from a holder that does not bear it first makes that last write fail: he writes the holder's document
/// himself, as it is or as deleted. So of two that want one name, one finds his write refused, and looks again.
/// A claim that a crash left behind needs no repair: the next one who wants the name finds it stale.
/// </remarks>
public sealed class AssetNames(IAssetClaims claims, IAssetStore assets, TimeProvider time)
{
    // How long somebody who claimed a name is given to write his document before it can be taken from him.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>The claim on a name; null when nobody claims it.</summary>
    public Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken) => claims.FindAsync(name, cancellationToken);

    /// <summary>The living asset that bears the name; null when there is none.</summary>
    public async Task<Asset?> BearerAsync(ClaimName name, CancellationToken cancellationToken) =>
        await claims.FindAsync(name, cancellationToken) is { } held
        && (await assets.FindAsync(KeyOf(held), cancellationToken))?.Asset is { IsLive: true } asset
            ? asset
            : null;

    /// <summary>Writes a claim for the asset over the version that was read; null when another writer came between.</summary>
    public Task<StoredClaim?> ClaimAsync(ClaimName name, string assetId, StoredClaim? over, CancellationToken cancellationToken) =>
        claims.WriteAsync(name, new AssetClaim(assetId, time.GetUtcNow()), over, cancellationToken);

    /// <summary>Gives up the claims that were read, where nobody wrote them since.</summary>
    public Task ReleaseAsync(IEnumerable<StoredClaim?> read, CancellationToken cancellationToken) =>
        Task.WhenAll(read.OfType<StoredClaim>().Select(claim => claims.RemoveAsync(claim, cancellationToken)));

    /// <summary>Takes a reference id for an asset whose document, or the lack of it, was read before.</summary>
    /// <param name="asset">The asset as it will be.</param>
    /// <param name="referenceId">The reference id.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
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

    /// <summary>Uses up the id of a registration that claimed names and wrote no document, so that it never will.</summary>
    /// <returns>False when its document is there after all.</returns>
    public Task<bool> AbandonAsync(Asset pattern, string assetId, CancellationToken cancellationToken) =>
        assets.AddAsync((pattern with { Key = pattern.Key with { Id = assetId } }).Deleted(time.GetUtcNow()), cancellationToken);

    private async Task<NameTaking> FreeAsync(StoredClaim held, Asset asset, string referenceId, CancellationToken cancellationToken)
    {
        var holder = await assets.FindAsync(KeyOf(held), cancellationToken);
        return holder switch
        {
            { Asset.IsLive: false } => NameTaking.Taken,
            { } live when string.Equals(live.Asset.ReferenceId, referenceId, StringComparison.Ordinal) => NameTaking.Borne,
            { } live => await assets.ReplaceAsync(live, live.Asset, cancellationToken) ? NameTaking.Taken : NameTaking.Disturbed,
            null when time.GetUtcNow() - held.Claim.At < Grace => NameTaking.Borne,
            null => await AbandonAsync(asset, held.Claim.AssetId, cancellationToken) ? NameTaking.Taken : NameTaking.Disturbed,
        };
    }

    private static AssetKey KeyOf(StoredClaim held) => new(held.Name.Account, held.Claim.AssetId);
}
