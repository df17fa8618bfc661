namespace MediaInfo.Core.Media;

/// <summary>
/// A subtitle stream. Source: ffprobe's streams;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record SubtitleStream : MediaStream
{
    /// <summary>Width in pixels of the canvas for bitmap subtitles; null for text.</summary>
    /// <example>1920</example>
    public int? Width { get; init; }

    /// <summary>Height in pixels of the canvas for bitmap subtitles; null for text.</summary>
    /// <example>1080</example>
    public int? Height { get; init; }
}
