namespace MediaInfo.Core.Library.Events;

/// <summary>The events that asset owners receive.</summary>
public enum LibraryEventType
{
    /// <summary>An asset was registered and its analysis has ended.</summary>
    Registered,

    /// <summary>The owner changed an asset's metadata.</summary>
    Changed,

    /// <summary>An asset was deleted.</summary>
    Deleted,

    /// <summary>The analysis of a video or audio asset ended.</summary>
    Analyzed,

    /// <summary>The job that makes the pictures of an asset ended.</summary>
    Pictured,

    /// <summary>The job that recognises what an asset shows and says ended.</summary>
    Tagged,
}
