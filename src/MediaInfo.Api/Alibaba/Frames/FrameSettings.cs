using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Frames;

/// <summary>
/// The settings of snapshots that the vendor's products have in common. Source: "Snapshot template parameters" of Intelligent
/// Media Services, "Parameter details" of ApsaraVideo Media Processing; the bounds are theirs, unless marked as our decision.
/// </summary>
internal static class FrameSettings
{
    /// <summary>Maximum number of frames of a job. Our decision.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Maximum columns and lines of a grid.</summary>
    public const int MaxCells = 1000;

    /// <summary>Maximum pixels between and around cells. Our decision.</summary>
    public const int MaxGap = 1000;

    /// <summary>The width of a cell in pixels where nothing sets one. Our decision.</summary>
    public const int CellWidth = 160;

    /// <summary>Columns, and lines, of a grid where nothing sets them.</summary>
    public const int Cells = 10;

    /// <summary>Maximum seconds between two frames: a hundred hours. Our decision.</summary>
    public const long MaxInterval = 360_000;

    private const int MinSize = 8;
    private const int MaxSize = 4096;
    private const int MaxPercent = 100;
    private const int MaxLuma = 255;

    // A hundred hours. Our decision.
    private const long MaxTime = 360_000_000;

    /// <summary>The names of what <see cref="Read"/> reads.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["FrameType", "Time", "Interval", "Width", "Height", "BlackLevel", "PixelBlackThreshold"];

    /// <summary>The names of what <see cref="ReadGrid"/> reads.</summary>
    public static IReadOnlyList<string> GridNames { get; } =
        ["CellWidth", "CellHeight", "Padding", "Margin", "Columns", "Lines", "Color"];

    /// <summary>The order with the settings, in whatever member of the object is wrong by its default.</summary>
    public static FrameOrder Read(ConfigObject settings, FrameOrder order) => order with
    {
        Start = TimeSpan.FromMilliseconds(settings.Number("Time", 0, MaxTime) ?? 0),
        Interval = settings.Number("Interval", 0, MaxInterval) is > 0 and { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        KeyFrames = settings.Text("FrameType", IsFrameType) is not { } type || IsKeyFrame(type),
        Width = Size(settings, "Width"),
        Height = Size(settings, "Height"),
        BlackLevel = (int?)settings.Number("BlackLevel", 1, MaxPercent),
        PixelBlackThreshold = (int?)settings.Number("PixelBlackThreshold", 0, MaxLuma) ?? order.PixelBlackThreshold,
    };

    /// <summary>The grid of a sprite.</summary>
    /// <param name="settings">Its settings; null for the defaults.</param>
    /// <param name="order">The order, whose picture size is that of a cell that has none.</param>
    /// <param name="seed">A text from which a random colour is chosen.</param>
    public static SpriteLayout ReadGrid(ConfigObject? settings, FrameOrder order, string seed)
    {
        var width = Size(settings, "CellWidth") ?? order.Width;
        var height = Size(settings, "CellHeight") ?? order.Height;
        return new SpriteLayout(
            (int?)settings?.Number("Columns", 1, MaxCells) ?? Cells, (int?)settings?.Number("Lines", 1, MaxCells) ?? Cells)
        {
            CellWidth = width is null && height is null ? CellWidth : width,
            CellHeight = height,
            Padding = (int?)settings?.Number("Padding", 0, MaxGap) ?? 0,
            Margin = (int?)settings?.Number("Margin", 0, MaxGap) ?? 0,
            Color = settings?.Text("Color", FrameColors.Has) is { } color ? FrameColors.Of(color, seed) : null,
        };
    }

    private static int? Size(ConfigObject? settings, string name) => (int?)settings?.Number(name, MinSize, MaxSize);

    private static bool IsFrameType(string type) =>
        IsKeyFrame(type) || string.Equals(type, "normal", StringComparison.OrdinalIgnoreCase);

    private static bool IsKeyFrame(string type) => string.Equals(type, "intra", StringComparison.OrdinalIgnoreCase);
}
