namespace MediaInfo.Core.Media;

/// <summary>A subtitle stream.</summary>
public sealed record SubtitleStream : MediaStream
{
    /// <summary>Width in pixels of the canvas for bitmap subtitles; null for text.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels of the canvas for bitmap subtitles; null for text.</summary>
    public int? Height { get; init; }
}
