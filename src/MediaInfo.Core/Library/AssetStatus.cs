namespace MediaInfo.Core.Library;

/// <summary>The status of an asset's analysis.</summary>
public enum AssetStatus
{
    /// <summary>Registered; the analysis has not been submitted.</summary>
    Init,

    /// <summary>The analysis is waiting or running.</summary>
    Preparing,

    /// <summary>Analysed.</summary>
    Normal,

    /// <summary>The analysis failed.</summary>
    PrepareFail,

    /// <summary>Deleted. The document remains, so that no late writer can revive the id.</summary>
    Deleted,
}
