namespace MediaInfo.Core.Library;

/// <summary>A page of assets.</summary>
/// <param name="Assets">The assets, in order.</param>
/// <param name="Total">The number of matching assets on all pages.</param>
/// <param name="NextToken">The token for the next page; null on the last page.</param>
public sealed record AssetPage(IReadOnlyList<Asset> Assets, int Total, string? NextToken);
