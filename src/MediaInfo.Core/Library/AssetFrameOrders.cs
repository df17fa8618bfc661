using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Library;

/// <summary>Which pictures are made of an asset.</summary>
public sealed class AssetFrameOrders(AssetPictureOptions options)
{
    // A frame that is nearly all black says nothing about an asset.
    private const int CoverBlackLevel = 90;

    // Many videos begin with a logo, and a short one has shown what it is about by a tenth of it.
    private const double CoverShare = 0.1;
    private const double KeyFrameEvery = 10;
    private static readonly TimeSpan LatestCover = TimeSpan.FromSeconds(10);

    /// <summary>The orders; empty if nothing is wanted or the object shows nothing.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="media">Its description.</param>
    public IReadOnlyList<FrameOrder> Of(Asset asset, MediaDescription media)
    {
        if (asset.Wishes is not { } wishes || media.Kind == MediaKind.Image || media.VideoStreams.Count == 0)
        {
            return [];
        }

        var seconds = (double)(media.Container.Duration ?? 0);
        var orders = new List<FrameOrder>();
        if (options.Cover && asset.CoverUrl is null)
        {
            orders.Add(Cover(wishes, seconds));
        }

        if (media.MainVideo is not null && wishes.Snapshots && options.Snapshots > 0)
        {
            var count = Fitting(options.Snapshots, seconds);
            orders.Add(new FrameOrder(FrameOrderKind.Snapshots) { Count = count, KeyFrames = HasKeyFrames(count, seconds) });
        }

        if (media.MainVideo is not null && wishes.Sprite && options.SpriteFrames > 0)
        {
            orders.Add(Sprite(Fitting(options.SpriteFrames, seconds), seconds));
        }

        return orders;
    }

    // Encoders put a key frame into every ten seconds or so: closer together, several pictures would be the same.
    private static bool HasKeyFrames(int count, double seconds) => seconds / count >= KeyFrameEvery;

    // A second has hardly more than one picture worth seeing.
    private static int Fitting(int count, double seconds) => (int)Math.Clamp(Math.Ceiling(seconds), 1, count);

    private static FrameOrder Cover(AssetWishes wishes, double seconds)
    {
        var chosen = TimeSpan.FromSeconds(Math.Min(seconds * CoverShare, LatestCover.TotalSeconds));
        return new FrameOrder(FrameOrderKind.Cover)
        {
            Count = 1,
            Start = wishes.CoverAt ?? chosen,
            KeyFrames = wishes.CoverAt is null,
            BlackLevel = wishes.CoverAt is null ? CoverBlackLevel : null,
        };
    }

    private FrameOrder Sprite(int count, double seconds)
    {
        var columns = Math.Min(options.SpriteColumns, count);
        return new FrameOrder(FrameOrderKind.Sprite)
        {
            Count = count,
            KeyFrames = HasKeyFrames(count, seconds),
            Sprite = new SpriteLayout(columns, (count + columns - 1) / columns) { CellWidth = options.SpriteCellWidth },
        };
    }
}
