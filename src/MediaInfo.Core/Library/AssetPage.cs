namespace MediaInfo.Core.Library;

/// <summary>A page of assets.</summary>
/// <param name="Assets">The assets in their order.</param>
/// <param name="Total">How many are asked for on all pages.</param>
/// <param name="NextToken">Asks for the next page; null on the last.</param>
public sealed record AssetPage(IReadOnlyList<Asset> Assets, int Total, string? NextToken);
