using MediaInfo.Api.Alibaba.Frames;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>What the settings of a snapshot job ask for.</summary>
/// <remarks>
/// Source: "Parameter details", "AliyunSnapshotConfig" and "Video snapshot" of ApsaraVideo Media Processing: without Num and
/// Interval one frame is taken; Interval is 10 seconds where only Num is given; 0 spreads the frames evenly.
/// </remarks>
internal sealed class MpsSnapshotSettings
{
    private const int DefaultSeconds = 10;

    private MpsSnapshotSettings(ConfigObject settings, string seed)
    {
        var count = (int?)settings.Number("Num", 1, FrameSettings.MaxCount);
        var interval = settings.Number("Interval", 0, FrameSettings.MaxInterval);
        IsSingle = count is null && interval is null;
        IsVtt = settings.Text("Format", text => text is "vtt" or "jpg" or "jpeg") is "vtt";
        var isMerged = settings.Object("SubOut")?.Flag("IsSptFrag") ?? false;
        Tile = settings.Object("TileOut");
        KeepsCells = Tile?.Flag("IsKeepCellPic") ?? true;
        HasSteps = Tile?.Number("CellSelStep", 1, FrameSettings.MaxCount) is > 1;
        var order = FrameSettings.Read(settings, new FrameOrder(FrameOrderKind.Snapshots));
        order = order with
        {
            Count = count ?? (interval is > 0 ? null : 1),
            Interval = count == 1 ? null : interval is null ? TimeSpan.FromSeconds(DefaultSeconds) : order.Interval,
        };
        var grid = FrameSettings.ReadGrid(Tile, order, seed);
        Frames = !IsVtt ? order : order with { Kind = FrameOrderKind.WebVtt, Sprite = isMerged ? grid : null };
        Sprite = order with { Kind = FrameOrderKind.Sprite, Sprite = grid };
    }

    /// <summary>Whether neither Num nor Interval is set: one frame, and the caller waits for it.</summary>
    public bool IsSingle { get; }

    /// <summary>Whether a WebVTT file is wanted.</summary>
    public bool IsVtt { get; }

    /// <summary>The settings of the sprite; null if none is wanted.</summary>
    public ConfigObject? Tile { get; }

    /// <summary>Whether the single pictures of the sprite are kept too.</summary>
    public bool KeepsCells { get; }

    /// <summary>Whether only some frames are wanted in the sprite, which this service cannot do.</summary>
    public bool HasSteps { get; }

    /// <summary>The order for single pictures, or for the WebVTT file.</summary>
    public FrameOrder Frames { get; }

    /// <summary>The order for the sprite.</summary>
    public FrameOrder Sprite { get; }

    /// <summary>Reads the settings. Wrong ones are in <see cref="ConfigObject.Invalid"/>.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="seed">A text from which a random colour is chosen.</param>
    public static MpsSnapshotSettings Read(ConfigObject settings, string seed) => new(settings, seed);
}
