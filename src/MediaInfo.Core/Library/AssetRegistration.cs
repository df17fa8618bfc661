using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library.Claims;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Library;

/// <summary>Registers objects as assets: each object and each client token once per account.</summary>
/// <remarks>
/// The order is: claim the object, claim the reference id, claim the token, write the document, submit the analysis. A crash in
/// between leaves claims on an id without a document; the next call for the object or the token continues with that id.
/// </remarks>
public sealed class AssetRegistration(
    IAssetStore assets,
    AssetNames names,
    AssetDeletion deletion,
    AssetAnalysis analysis,
    IIdSource ids,
    TimeProvider time,
    ILogger<AssetRegistration> log)
{
    /// <summary>
    /// Registers an object and submits its analysis. An object that is already registered keeps its asset, unless the draft
    /// overwrites it.
    /// </summary>
    /// <exception cref="IOException">
    /// Storage is unavailable, or other writers interfered too often; the call can be repeated.
    /// </exception>
    public async Task<RegistrationOutcome> RegisterAsync(AssetDraft draft, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AssetStoreUpdates.MaxAttempts; attempt++)
        {
            if (await TryAsync(draft, cancellationToken) is { } outcome)
            {
                // Also for an existing asset: the call that registered it may have been interrupted before its analysis started.
                return outcome.Asset is { Status: AssetStatus.Init } asset
                    ? new RegistrationOutcome(await analysis.StartAsync(asset, draft.RequestId, draft.Packets, cancellationToken))
                    : outcome;
            }
        }

        throw new IOException(
            $"The registration of {draft.InputUrl} conflicted with other writers {AssetStoreUpdates.MaxAttempts} times in a row");
    }

    // Null if another writer interfered.
    private async Task<RegistrationOutcome?> TryAsync(AssetDraft draft, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(draft, cancellationToken);
        if (token.Asset is { IsLive: true } registered)
        {
            return new RegistrationOutcome(registered);
        }

        // The token of an interrupted call already has an id. The token of a deleted asset counts as new.
        var wanted = token is { Claim: { } begun, Asset: null } ? begun.Claim.AssetId : null;
        var held = await names.FindAsync(ClaimName.Of(draft.Account, draft.Source), cancellationToken);
        var holder = held is null ? null : await FindAsync(draft.Account, held.Claim.AssetId, cancellationToken);
        if (holder is { IsLive: true })
        {
            return draft.Overwrite
                ? await MakeRoomAsync(holder, cancellationToken)
                : await AnswerAsync(holder, token.Claim, draft, cancellationToken);
        }

        var now = time.GetUtcNow();
        var asset = draft.ToAsset(wanted ?? (holder is null ? held?.Claim.AssetId : null) ?? ids.NewJobId(now), now);
        if (held is not null
            && holder is null
            && !IsOf(held, asset)
            && !await names.AbandonAsync(asset, held.Claim.AssetId, cancellationToken))
        {
            return null;
        }

        return await names.ClaimAsync(ClaimName.Of(draft.Account, draft.Source), asset.Key.Id, held, cancellationToken) is null
            ? null
            : await AddAsync(asset, token.Claim, cancellationToken);
    }

    private async Task<RegistrationOutcome?> AddAsync(Asset asset, StoredClaim? token, CancellationToken cancellationToken)
    {
        if (asset.ReferenceId is { } reference
            && await names.TakeReferenceAsync(asset, reference, cancellationToken) is var taking and not NameTaking.Taken)
        {
            // The claim on the object stays: other calls may already use its id, and the next call for the object can.
            return taking == NameTaking.Held ? new RegistrationOutcome(Asset: null) : null;
        }

        if (!await PointAsync(token, asset, asset.ClientToken, cancellationToken)
            || !await assets.AddAsync(asset, cancellationToken))
        {
            return null;
        }

        log.AssetRegistered(asset.Key.Id, asset.Source.Bucket, asset.Source.Key);
        return new RegistrationOutcome(asset);
    }

    private async Task<RegistrationOutcome?> MakeRoomAsync(Asset old, CancellationToken cancellationToken)
    {
        await deletion.DeleteAsync(old.Key, cancellationToken);
        return null;
    }

    private async Task<RegistrationOutcome?> AnswerAsync(
        Asset found, StoredClaim? token, AssetDraft draft, CancellationToken cancellationToken) =>
        await PointAsync(token, found, draft.ClientToken, cancellationToken) ? new RegistrationOutcome(found) : null;

    private async Task<bool> PointAsync(StoredClaim? read, Asset asset, string? token, CancellationToken cancellationToken) =>
        token is null
        || (read is not null && IsOf(read, asset))
        || await names.ClaimAsync(ClaimName.OfToken(asset.Key.Account, token), asset.Key.Id, read, cancellationToken) is not null;

    private async Task<(StoredClaim? Claim, Asset? Asset)> TokenAsync(AssetDraft draft, CancellationToken cancellationToken)
    {
        var claim = draft.ClientToken is { } token
            ? await names.FindAsync(ClaimName.OfToken(draft.Account, token), cancellationToken)
            : null;
        return (claim, claim is null ? null : await FindAsync(draft.Account, claim.Claim.AssetId, cancellationToken));
    }

    private async Task<Asset?> FindAsync(string account, string id, CancellationToken cancellationToken) =>
        (await assets.FindAsync(new AssetKey(account, id), cancellationToken))?.Asset;

    private static bool IsOf(StoredClaim claim, Asset asset) =>
        string.Equals(claim.Claim.AssetId, asset.Key.Id, StringComparison.Ordinal);
}
