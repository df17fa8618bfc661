namespace MediaInfo.Core.Library;

/// <summary>How a change of an asset ended.</summary>
public enum AssetChanging
{
    /// <summary>The asset is changed.</summary>
    Changed,

    /// <summary>There is no such asset.</summary>
    NotFound,

    /// <summary>The wanted reference id is another asset's.</summary>
    ReferenceBorne,

    /// <summary>With the added tags it would have too many.</summary>
    TooManyTags,
}
