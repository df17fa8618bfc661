namespace MediaInfo.Probing.Headers;

/// <summary>A picture as its own headers describe it.</summary>
/// <param name="Format">What it is, for rules that name it.</param>
public sealed record PictureFacts(PictureFormat Format)
{
    /// <summary>Width in pixels before any rotation; null if unknown.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels before any rotation; null if unknown.</summary>
    public int? Height { get; init; }

    /// <summary>Clockwise rotation by which a viewer shows it: 0, 90, 180 or 270 degrees.</summary>
    public int Rotation { get; init; }

    /// <summary>Number of frames; null if unknown.</summary>
    public long? Frames { get; init; }

    /// <summary>Duration of one loop in seconds; null for a still picture, or if unknown.</summary>
    public decimal? Duration { get; init; }

    /// <summary>FFmpeg's name of the codec; null if the headers do not say it.</summary>
    public string? Codec { get; init; }

    /// <summary>The four-character code of the codec; null if there is none.</summary>
    public string? CodecTag { get; init; }
}
