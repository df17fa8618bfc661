namespace MediaInfo.Core.Library.Claims;

/// <summary>Says which asset bears a name, or is about to.</summary>
/// <param name="AssetId">The asset's id.</param>
/// <param name="At">When that was written, UTC.</param>
public sealed record AssetClaim(string AssetId, DateTimeOffset At);
