namespace MediaInfo.Core.Library.Events;

/// <summary>What owners of assets are told.</summary>
public enum LibraryEventType
{
    /// <summary>An asset is registered and its analysis ended.</summary>
    Registered,

    /// <summary>An asset's owner changed what he says of it.</summary>
    Changed,

    /// <summary>An asset is deleted.</summary>
    Deleted,

    /// <summary>The analysis of picture or sound ended.</summary>
    Analyzed,
}
