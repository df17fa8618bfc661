namespace MediaInfo.Core.Library.Search;

/// <summary>A condition that an asset meets or not.</summary>
public interface IAssetCondition
{
    /// <summary>Whether a listed asset meets it; null if only the asset's document tells.</summary>
    bool? IsMetBy(AssetEntry entry);

    /// <summary>Whether the asset meets it.</summary>
    bool IsMetBy(Asset asset);
}
