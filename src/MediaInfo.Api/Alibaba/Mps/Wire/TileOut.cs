namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The grid of a sprite, as submitted. Source: "SubmitSnapshotJob", response elements.</summary>
/// <remarks>A member is absent if the call had none.</remarks>
public sealed record TileOut
{
    /// <summary>Rows, 1 to 1,000; 10 by default.</summary>
    public string? Lines { get; init; }

    /// <summary>Cells in a row, 1 to 1,000; 10 by default.</summary>
    public string? Columns { get; init; }

    /// <summary>The width of a cell in pixels, 8 to 4,096; by default that of the snapshot, or else 160.</summary>
    public string? CellWidth { get; init; }

    /// <summary>The height of a cell in pixels, 8 to 4,096; by default that of the snapshot, or else by its aspect.</summary>
    public string? CellHeight { get; init; }

    /// <summary>Pixels around the grid, up to 1,000; 0 by default.</summary>
    public string? Margin { get; init; }

    /// <summary>Pixels between cells, up to 1,000; 0 by default.</summary>
    public string? Padding { get; init; }

    /// <summary>The colour around the cells: a keyword, "#RRGGBB" or "random"; black by default.</summary>
    public string? Color { get; init; }

    /// <summary>"false" keeps the sprite alone; by default the single pictures are kept too.</summary>
    public string? IsKeepCellPic { get; init; }

    /// <summary>Only "1" is possible.</summary>
    /// <example>"1"</example>
    public string? CellSelStep { get; init; }
}
