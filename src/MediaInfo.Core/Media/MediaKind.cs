namespace MediaInfo.Core.Media;

/// <summary>The kind of a file. Cover art does not make an audio file a video.</summary>
public enum MediaKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>Has video.</summary>
    Video,

    /// <summary>Has audio and no video.</summary>
    Audio,

    /// <summary>An image file, including animated ones such as GIF.</summary>
    Image,

    /// <summary>Subtitles only.</summary>
    Text,
}
