namespace MediaInfo.Core.Jobs.Orders;

/// <summary>The grid of a sprite. Source: SpriteSnapshotConfig of Intelligent Media Services.</summary>
/// <param name="Columns">Cells in a row, at least 1.</param>
/// <param name="Lines">Rows, at least 1.</param>
public sealed record SpriteLayout(int Columns, int Lines)
{
    /// <summary>The width of a cell in pixels; null follows from the height, or from the frame.</summary>
    public int? CellWidth { get; init; }

    /// <summary>The height of a cell in pixels; null follows from the width, or from the frame.</summary>
    public int? CellHeight { get; init; }

    /// <summary>Pixels between two cells.</summary>
    public int Padding { get; init; }

    /// <summary>Pixels around the grid.</summary>
    public int Margin { get; init; }

    /// <summary>The colour around the cells: a name that FFmpeg knows, or "#RRGGBB"; null for black.</summary>
    public string? Color { get; init; }
}
