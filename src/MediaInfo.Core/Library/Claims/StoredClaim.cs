namespace MediaInfo.Core.Library.Claims;

/// <summary>A claim as it was read from the store.</summary>
/// <param name="Name">The claimed name.</param>
/// <param name="Claim">Who claims it.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record StoredClaim(ClaimName Name, AssetClaim Claim, string ETag);
