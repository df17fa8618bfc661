namespace MediaInfo.Core.Library;

/// <summary>The outcome of changing an asset.</summary>
public enum AssetUpdateResult
{
    /// <summary>The asset was changed.</summary>
    Changed,

    /// <summary>There is no such asset.</summary>
    NotFound,

    /// <summary>Another asset has the reference id.</summary>
    ReferenceHeld,

    /// <summary>The added tags would exceed the limit.</summary>
    TooManyTags,
}
