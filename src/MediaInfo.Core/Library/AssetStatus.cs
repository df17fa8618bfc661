namespace MediaInfo.Core.Library;

/// <summary>How far the analysis of an asset is.</summary>
public enum AssetStatus
{
    /// <summary>Registered; its analysis has not been submitted.</summary>
    Init,

    /// <summary>Its analysis waits or runs.</summary>
    Preparing,

    /// <summary>Analysed.</summary>
    Normal,

    /// <summary>Its analysis failed.</summary>
    PrepareFail,

    /// <summary>Gone for its owner. The document stays, so that no late writer can bring the id back.</summary>
    Deleted,
}
