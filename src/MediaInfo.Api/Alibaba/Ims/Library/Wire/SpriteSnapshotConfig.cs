namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The grid of a sprite. Source: the vendor's sample code of its web editor, which reads it.</summary>
public sealed record SpriteSnapshotConfig
{
    /// <summary>Rows.</summary>
    /// <example>4</example>
    public required int Lines { get; init; }

    /// <summary>Cells in a row.</summary>
    /// <example>8</example>
    public required int Columns { get; init; }

    /// <summary>The width of a cell in pixels.</summary>
    /// <example>160</example>
    public required int CellWidth { get; init; }

    /// <summary>The height of a cell in pixels.</summary>
    /// <example>90</example>
    public required int CellHeight { get; init; }
}
