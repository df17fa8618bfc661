using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Frames;

/// <summary>Where the pictures of an order are written.</summary>
/// <remarks>
/// That several snapshots need "{Count}" in their name, sprites "{TileCount}", and that WebVTT files end in ".vtt", is the
/// vendor's rule. That the pictures of "x.vtt" are "x/snapshot-tile-00001.jpg" and so on is from a published answer of the live
/// service; the name of single ones is our decision.
/// </remarks>
internal static class FrameOutputs
{
    private const string Vtt = ".vtt";

    /// <summary>The order with its output; null if the key does not fit what the order makes.</summary>
    public static FrameOrder? Place(FrameOrder order, ObjectRef target) => order.Kind switch
    {
        FrameOrderKind.WebVtt => PlaceVtt(order, target),
        FrameOrderKind.Sprite => Has(target, PictureNames.TileCount) ? PlaceAt(order, target) : null,
        _ => order.Count == 1 || Has(target, PictureNames.Count) ? PlaceAt(order, target) : null,
    };

    private static FrameOrder PlaceAt(FrameOrder order, ObjectRef target) => order with
    {
        Output = target,
        Format = PictureNames.FormatOf(target.Key),
    };

    private static FrameOrder? PlaceVtt(FrameOrder order, ObjectRef target)
    {
        if (target.FileName.Length <= Vtt.Length || !target.Key.EndsWith(Vtt, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = order.Sprite is null ? $"snapshot-{PictureNames.Count}.jpg" : $"snapshot-tile-{PictureNames.TileCount}.jpg";
        var pictures = target with { Key = $"{target.Key[..^Vtt.Length]}/{name}" };
        return pictures.Key.Length > ObjectRef.MaxKeyLength ? null : order with { VttOutput = target, Output = pictures };
    }

    private static bool Has(ObjectRef target, string mark) => target.Key.Contains(mark, StringComparison.Ordinal);
}
