namespace MediaInfo.Api.Reports.Wire;

/// <summary>A picture that holds a grid of frames. Source: our own.</summary>
/// <param name="Url">A signed address, valid for an hour.</param>
/// <param name="Width">The width of the picture in pixels.</param>
/// <param name="Height">The height of the picture in pixels.</param>
/// <param name="Columns">Cells in a row.</param>
/// <param name="Rows">Rows.</param>
/// <param name="CellWidth">The width of a cell in pixels.</param>
/// <param name="CellHeight">The height of a cell in pixels.</param>
/// <param name="Padding">Pixels between two cells.</param>
/// <param name="Margin">Pixels around the grid.</param>
/// <param name="Times">The times of the frames in seconds, row by row. The last picture may have fewer than it has cells.</param>
public sealed record MadeSprite(
    string Url,
    int Width,
    int Height,
    int Columns,
    int Rows,
    int CellWidth,
    int CellHeight,
    int Padding,
    int Margin,
    IReadOnlyList<double> Times);
