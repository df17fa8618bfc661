using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>A picture that was made and stored.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Times">The times of the frames in it, in seconds from the object's beginning: one, or one for each cell.</param>
public sealed record Picture(ObjectRef File, int Width, int Height, long Bytes, IReadOnlyList<double> Times)
{
    /// <summary>The width of a cell in pixels; null if it is no sprite.</summary>
    public int? CellWidth { get; init; }

    /// <summary>The height of a cell in pixels; null if it is no sprite.</summary>
    public int? CellHeight { get; init; }
}
