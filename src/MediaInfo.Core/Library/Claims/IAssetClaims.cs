namespace MediaInfo.Core.Library.Claims;

/// <summary>Stores claims on names. Every write is conditional, and makes a new version.</summary>
public interface IAssetClaims
{
    /// <summary>The claim on the name; null if there is none.</summary>
    Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken);

    /// <summary>Replaces the claim that was read, or creates a new one if that is null.</summary>
    /// <returns>The stored claim; null if another writer interfered.</returns>
    Task<StoredClaim?> WriteAsync(ClaimName name, AssetClaim claim, StoredClaim? over, CancellationToken cancellationToken);

    /// <summary>Removes the claim that was read, unless it has changed since.</summary>
    Task RemoveAsync(StoredClaim read, CancellationToken cancellationToken);
}
