namespace MediaInfo.Core.Library;

/// <summary>Selects one page of assets. Null members do not restrict the result.</summary>
public sealed record AssetQuery
{
    /// <summary>The id of a single asset.</summary>
    public string? Id { get; init; }

    /// <summary>The status.</summary>
    public AssetStatus? Status { get; init; }

    /// <summary>The media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>The business type.</summary>
    public string? BusinessType { get; init; }

    /// <summary>Registered after this second, UTC.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Registered in this second or earlier, UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Oldest first; otherwise newest first.</summary>
    public bool Ascending { get; init; }

    /// <summary>The id of the last asset on the previous page; null for the first page.</summary>
    public string? Token { get; init; }

    /// <summary>The maximum number of assets, at least 1.</summary>
    public required int Max { get; init; }

    /// <summary>Whether the asset matches, on any page.</summary>
    public bool Fits(AssetEntry asset)
    {
        // Responses show whole seconds, so the comparison uses whole seconds.
        var second = asset.CreatedAt.ToUnixTimeSeconds();
        return (Id is null || string.Equals(Id, asset.Id, StringComparison.Ordinal))
            && (Status is null || Status == asset.Status)
            && (MediaType is null || string.Equals(MediaType, asset.MediaType, StringComparison.Ordinal))
            && (BusinessType is null || string.Equals(BusinessType, asset.BusinessType, StringComparison.Ordinal))
            && (After is null || second > After.Value.ToUnixTimeSeconds())
            && (Until is null || second <= Until.Value.ToUnixTimeSeconds());
    }

    /// <summary>Whether the asset comes after those on previous pages.</summary>
    public bool IsLeft(AssetEntry asset) =>
        Token is null || (Ascending ? string.CompareOrdinal(asset.Id, Token) < 0 : string.CompareOrdinal(asset.Id, Token) > 0);
}
