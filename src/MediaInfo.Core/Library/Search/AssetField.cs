namespace MediaInfo.Core.Library.Search;

/// <summary>A field of assets that can be searched.</summary>
/// <param name="Values">The values of an asset as text; none if the asset has none.</param>
public sealed record AssetField(Func<Asset, IEnumerable<string>> Values)
{
    /// <summary>The only value of a listed asset, empty for none. Null if a list does not have the field.</summary>
    public Func<AssetEntry, string>? Listed { get; init; }
}
