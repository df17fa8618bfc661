using MediaInfo.Api.Alibaba.Frames;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>The settings of a snapshot template, which a job may override.</summary>
/// <remarks>
/// Source: "Snapshot template parameters". Evenly spread frames without an Interval are the rule of ApsaraVideo VOD. That WebVtt
/// reads SpriteSnapshotConfig is our decision: the vendor chooses its grid itself.
/// </remarks>
internal static class SnapshotSettings
{
    private const string Type = "Type";
    private const string Count = "Count";
    private const string Grid = "SpriteSnapshotConfig";
    private const string Merged = "IsSptFrag";

    // Of a WebVTT file without Count and Interval. Our decision.
    private const int VttSeconds = 10;

    private static readonly IReadOnlyList<string> Known = [Type, Count, Grid, Merged, .. FrameSettings.Names];

    /// <summary>The kind that the settings name; null if they name none of snapshots.</summary>
    public static TemplateKind? KindOf(ConfigObject settings) =>
        settings.Text(Type, text => Kind(text) is not null) is { } named ? Kind(named) : null;

    /// <summary>What the settings ask for. Wrong ones are in <see cref="ConfigObject.Invalid"/>.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="kind">What to make.</param>
    /// <param name="seed">A text from which a random colour is chosen.</param>
    public static FrameOrder Read(ConfigObject settings, TemplateKind kind, string seed)
    {
        settings.Allow(Known);
        var count = (int?)settings.Number(Count, 1, FrameSettings.MaxCount);
        var isMerged = settings.Flag(Merged) ?? false;
        var order = FrameSettings.Read(settings, new FrameOrder(OrderOf(kind))) with { Count = count };
        var grid = settings.Object(Grid);
        grid?.Allow(FrameSettings.GridNames);
        var layout = FrameSettings.ReadGrid(grid, order, seed);
        return kind switch
        {
            TemplateKind.Cover => order with { Count = 1, Interval = null },
            TemplateKind.Sprite => order with
            {
                Sprite = layout,
                Count = order.Interval is null ? count ?? layout.Columns * layout.Lines : count,
            },
            TemplateKind.WebVtt => order with
            {
                Sprite = isMerged ? layout : null,
                Interval = order.Interval ?? (count is null ? TimeSpan.FromSeconds(VttSeconds) : null),
            },
            _ => order with { Count = order.Interval is null ? count ?? 1 : count },
        };
    }

    private static TemplateKind? Kind(string name) =>
        Array.Find(Enum.GetValues<TemplateKind>(), kind => Names(kind, name)) is var found && Names(found, name) ? found : null;

    private static bool Names(TemplateKind kind, string name) =>
        kind != TemplateKind.SmartTag && string.Equals(kind.ToString(), name, StringComparison.OrdinalIgnoreCase);

    private static FrameOrderKind OrderOf(TemplateKind kind) => kind switch
    {
        TemplateKind.Sprite => FrameOrderKind.Sprite,
        TemplateKind.WebVtt => FrameOrderKind.WebVtt,
        TemplateKind.Cover => FrameOrderKind.Cover,
        _ => FrameOrderKind.Snapshots,
    };
}
