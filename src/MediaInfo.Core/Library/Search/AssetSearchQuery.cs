namespace MediaInfo.Core.Library.Search;

/// <summary>Selects one page of the assets that meet a condition.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="PageSize">The maximum number of assets, at least 1.</param>
public sealed record AssetSearchQuery(IAssetCondition Condition, int PageSize)
{
    /// <summary>The page, from 1.</summary>
    public int PageNumber { get; init; } = 1;

    /// <summary>
    /// The id of the last asset on an earlier page; the first page then begins behind it. Null, or on later pages, no effect.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>Sorts by the last change instead of the registration.</summary>
    public bool ByChange { get; init; }

    /// <summary>Oldest first; otherwise newest first.</summary>
    public bool Ascending { get; init; }
}
