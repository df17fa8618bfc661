namespace MediaInfo.Core.Library;

/// <summary>What a listing knows about an asset without reading its document.</summary>
/// <param name="Id">The asset's id.</param>
/// <param name="Status">The status of its analysis.</param>
/// <param name="MediaType">Its media type; null if unknown.</param>
/// <param name="BusinessType">Its business type.</param>
/// <param name="CreatedAt">When it was registered, UTC.</param>
public sealed record AssetEntry(string Id, AssetStatus Status, string? MediaType, string BusinessType, DateTimeOffset CreatedAt);
