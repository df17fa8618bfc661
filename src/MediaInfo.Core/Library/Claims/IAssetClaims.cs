namespace MediaInfo.Core.Library.Claims;

/// <summary>Keeps the claims on names. Every write is conditional.</summary>
public interface IAssetClaims
{
    /// <summary>The claim on the name; null when nobody claims it.</summary>
    Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken);

    /// <summary>Writes a claim over the version that was read, or as a new one where that is null.</summary>
    /// <returns>The claim as it is stored now; null when another writer came between.</returns>
    Task<StoredClaim?> WriteAsync(ClaimName name, AssetClaim claim, StoredClaim? over, CancellationToken cancellationToken);

    /// <summary>Removes the version that was read; nothing happens where it changed since.</summary>
    Task RemoveAsync(StoredClaim read, CancellationToken cancellationToken);
}
