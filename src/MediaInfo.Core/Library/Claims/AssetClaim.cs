namespace MediaInfo.Core.Library.Claims;

/// <summary>Records which asset has a name, or is about to take it.</summary>
/// <param name="AssetId">The asset's id.</param>
/// <param name="At">When the claim was written, UTC.</param>
public sealed record AssetClaim(string AssetId, DateTimeOffset At);
