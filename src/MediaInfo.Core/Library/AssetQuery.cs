namespace MediaInfo.Core.Library;

/// <summary>Which assets a page shows. Null members ask for nothing.</summary>
public sealed record AssetQuery
{
    /// <summary>The one asset of this id.</summary>
    public string? Id { get; init; }

    /// <summary>Those of this status.</summary>
    public AssetStatus? Status { get; init; }

    /// <summary>Those of this media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>Those of this use.</summary>
    public string? BusinessType { get; init; }

    /// <summary>Those registered after this second, UTC.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Those registered in this second or before, UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Oldest first; else newest first.</summary>
    public bool Ascending { get; init; }

    /// <summary>The last asset of the page before; null for the first page.</summary>
    public string? Token { get; init; }

    /// <summary>At most so many, at least 1.</summary>
    public required int Max { get; init; }

    /// <summary>Whether the asset is asked for, whichever page it is on.</summary>
    public bool Fits(AssetEntry asset)
    {
        // Answers show whole seconds, so whole seconds are compared.
        var second = asset.CreatedAt.ToUnixTimeSeconds();
        return (Id is null || string.Equals(Id, asset.Id, StringComparison.Ordinal))
            && (Status is null || Status == asset.Status)
            && (MediaType is null || string.Equals(MediaType, asset.MediaType, StringComparison.Ordinal))
            && (BusinessType is null || string.Equals(BusinessType, asset.BusinessType, StringComparison.Ordinal))
            && (After is null || second > After.Value.ToUnixTimeSeconds())
            && (Until is null || second <= Until.Value.ToUnixTimeSeconds());
    }

    /// <summary>Whether the asset comes after those of the pages before.</summary>
    public bool IsLeft(AssetEntry asset) =>
        Token is null || (Ascending ? string.CompareOrdinal(asset.Id, Token) < 0 : string.CompareOrdinal(asset.Id, Token) > 0);
}
