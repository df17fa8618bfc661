namespace MediaInfo.Core.Media;

/// <summary>What a file is as a whole. A cover picture makes no sound file a video.</summary>
public enum MediaKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>Has a moving picture.</summary>
    Video,

    /// <summary>Has sound, and no moving picture.</summary>
    Audio,

    /// <summary>A picture file, animated ones such as GIF included.</summary>
    Image,

    /// <summary>Subtitles alone.</summary>
    Text,
}
