namespace MediaInfo.Core.Library;

/// <summary>What a listing tells of an asset without reading its document.</summary>
/// <param name="Id">The asset's id.</param>
/// <param name="Status">How far its analysis is.</param>
/// <param name="MediaType">Its media type; null while nobody knows.</param>
/// <param name="BusinessType">What the owner uses it for.</param>
/// <param name="CreatedAt">When it was registered, UTC.</param>
public sealed record AssetEntry(string Id, AssetStatus Status, string? MediaType, string BusinessType, DateTimeOffset CreatedAt);
