namespace MediaInfo.Core.Frames;

/// <summary>A picture in memory.</summary>
/// <param name="Number">Its number in its order, from 1.</param>
/// <param name="Content">The file.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Times">The times of the frames in it, in seconds from the object's beginning.</param>
public sealed record MadePicture(
    int Number, ReadOnlyMemory<byte> Content, int Width, int Height, IReadOnlyList<double> Times)
{
    /// <summary>The width of a cell in pixels; null if it is no sprite.</summary>
    public int? CellWidth { get; init; }

    /// <summary>The height of a cell in pixels; null if it is no sprite.</summary>
    public int? CellHeight { get; init; }
}
