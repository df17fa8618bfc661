namespace MediaInfo.Core.Topics;

/// <summary>The form in which a subscriber receives a message.</summary>
public enum NotifyFormat
{
    /// <summary>An XML document with the message and what is known about it.</summary>
    Xml,

    /// <summary>A JSON object with the same members.</summary>
    Json,

    /// <summary>The message's text alone; headers say the rest.</summary>
    Simplified,
}
