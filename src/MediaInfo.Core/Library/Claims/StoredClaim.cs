namespace MediaInfo.Core.Library.Claims;

/// <summary>A claim as read from the store.</summary>
/// <param name="Name">The claimed name.</param>
/// <param name="Claim">The claim.</param>
/// <param name="ETag">The ETag of the version that was read.</param>
public sealed record StoredClaim(ClaimName Name, AssetClaim Claim, string ETag);
