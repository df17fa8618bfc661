using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Library;

/// <summary>The pictures that are made of an asset unless its owner switches them off. Section "Library".</summary>
public sealed record AssetPictureOptions : ISettings
{
    /// <summary>How many snapshots are made of a video, spread evenly over it; 0 for none.</summary>
    [Range(0, 100, ErrorMessage = "between 0 and 100")]
    public int Snapshots { get; init; } = 3;

    /// <summary>How many frames the sprite of a video holds at most; 0 for no sprite.</summary>
    [Range(0, 400, ErrorMessage = "between 0 and 400")]
    public int SpriteFrames { get; init; } = 32;

    /// <summary>How many frames are in a row of the sprite.</summary>
    [Range(1, 20, ErrorMessage = "between 1 and 20")]
    public int SpriteColumns { get; init; } = 8;

    /// <summary>The width of a frame in the sprite, in pixels.</summary>
    [Range(16, 1000, ErrorMessage = "between 16 and 1000")]
    public int SpriteCellWidth { get; init; } = 160;

    /// <summary>Whether a cover is made of an asset whose owner gave none.</summary>
    public bool Cover { get; init; } = true;
}
