namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The grid of a sprite. Source: the vendor's sample code of its web editor, which reads it.</summary>
/// <param name="Lines">Rows.</param>
/// <param name="Columns">Cells in a row.</param>
/// <param name="CellWidth">Pixels.</param>
/// <param name="CellHeight">Pixels.</param>
public sealed record SpriteGrid(int Lines, int Columns, int CellWidth, int CellHeight);
