namespace MediaInfo.Core.Media;

/// <summary>A subtitle stream.</summary>
public sealed record SubtitleStream : MediaStream
{
    /// <summary>Pixels across of the canvas that picture subtitles are drawn on; null for text.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels down of that canvas; null for text.</summary>
    public int? Height { get; init; }
}
