using System.Globalization;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Probing.Frames;

/// <summary>The grid of a sprite's pages, and the size of a cell.</summary>
/// <param name="layout">The grid.</param>
/// <param name="order">The order, whose width and height are those of a cell that has none of its own.</param>
internal sealed class SpriteGrid(SpriteLayout layout, FrameOrder order)
{
    // What a WebP file can have, the least of the formats.
    private const int MaxSide = 16_383;

    // A page is in memory twice while it is written.
    private const long MaxPixels = 40_000_000;

    /// <summary>How many cells a page has.</summary>
    public int Cells => Columns * Lines;

    /// <summary>What surrounds the cells.</summary>
    public string Color => ColorOf(layout.Color);

    private int Columns => Math.Max(1, layout.Columns);

    private int Lines => Math.Max(1, layout.Lines);

    private bool HasOwnSize => layout.CellWidth is not null || layout.CellHeight is not null;

    /// <summary>The size of the first cell, which all others then have.</summary>
    public FrameSize FirstCell => HasOwnSize
        ? new FrameSize(layout.CellWidth, layout.CellHeight, MostOfACell, Color)
        : new FrameSize(order.Width, order.Height, MostOfACell, Color);

    // The longest side of a cell whose size follows from the frame.
    private int MostOfACell
    {
        get
        {
            var side = Math.Min(Room(Columns, MaxSide), Room(Lines, MaxSide));
            return Math.Clamp((int)Math.Min(side, Math.Sqrt((double)MaxPixels / Cells)), 1, MaxSide);
        }
    }

    /// <summary>What ffmpeg takes for a colour: a name, or hexadecimal digits.</summary>
    public static string ColorOf(string? color) =>
        color is { Length: > 0 and <= 32 } && color.TrimStart('#').All(char.IsAsciiLetterOrDigit) ? color : "black";

    /// <summary>Why pages of such cells cannot be made; null if they can.</summary>
    public JobFailure? FailureOf(int cellWidth, int cellHeight)
    {
        var (width, height) = (Whole(Columns, cellWidth), Whole(Lines, cellHeight));
        return width <= MaxSide && height <= MaxSide && width * height <= MaxPixels ? null : new JobFailure(
            FailureReason.BudgetExceeded,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A sprite of {width} x {height} pixels is too large: at most {MaxSide} on a side, {MaxPixels} together"));
    }

    /// <summary>Adds the filter that lays out a page.</summary>
    public void Add(FFMpegCore.Arguments.VideoFilterOptions filters) =>
        filters.Tile(Columns, Lines, layout.Margin, layout.Padding, Color);

    private long Whole(int count, long cell) => (2L * layout.Margin) + ((count - 1L) * layout.Padding) + (count * cell);

    private long Room(int count, long whole) => (whole - Whole(count, 0)) / count;
}
