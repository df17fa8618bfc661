using System.Globalization;
using System.Text.Json;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps the pictures that this service made of assets to responses.</summary>
public sealed class AssetPictures(FrameResults made, FileLinks links, OssUrl urls, ObjectAccess access)
{
    /// <summary>The pictures of an asset; null while there are none, or if its bucket is no longer the account's.</summary>
    internal async Task<FrameSets?> FindAsync(Asset asset, CancellationToken cancellationToken) =>
        asset.Frames is { State: AssetWorkState.Succeeded, JobId: var job }
        && access.MayRead(asset.Key.Account, asset.Source.Bucket)
            ? await made.FindAsync(new JobKey(asset.Key.Account, job), cancellationToken)
            : null;

    /// <summary>The signed address of the cover that was made, or else of the middle snapshot; null without pictures.</summary>
    internal async Task<string?> CoverAsync(FrameSets? sets, LinkOptions options, CancellationToken cancellationToken)
    {
        var cover = Of(sets, FrameOrderKind.Cover)?.Pictures is [var picture, ..] ? picture
            : Of(sets, FrameOrderKind.Snapshots)?.Pictures is { Count: > 0 } snapshots ? snapshots[(snapshots.Count - 1) / 2]
            : null;
        return cover is null ? null : await links.SignAsync(cover.File, options, cancellationToken);
    }

    /// <summary>The snapshots as GetMediaInfo shows them: the JSON text of their signed addresses. Null without any.</summary>
    internal async Task<string?> PictureLinksAsync(FrameSets? sets, LinkOptions options, CancellationToken cancellationToken) =>
        Of(sets, FrameOrderKind.Snapshots) is { } snapshots
            ? JsonSerializer.Serialize(
                await SignAsync(snapshots, options, cancellationToken), LibraryJson.Wire.IReadOnlyListString)
            : null;

    /// <summary>The snapshots as lists show them: the JSON text of what their names have in common.</summary>
    internal string Snapshots(Asset asset, FrameSets? sets) => JsonSerializer.Serialize(
        Of(sets, FrameOrderKind.Snapshots) is { } snapshots
            ? [Map(asset, snapshots) with { SnapshotRegular = Regular(snapshots, PictureNames.Count) }]
            : [],
        LibraryJson.Wire.IReadOnlyListSnapshotFiles);

    /// <summary>The sprites, as JSON text with their signed addresses. Null without any.</summary>
    internal async Task<string?> SpritesAsync(
        Asset asset, FrameSets? sets, LinkOptions options, CancellationToken cancellationToken)
    {
        if (Of(sets, FrameOrderKind.Sprite) is not { } sprites)
        {
            return null;
        }

        var files = Map(asset, sprites) with
        {
            SpriteRegular = Regular(sprites, PictureNames.TileCount),
            TileCount = Text(sprites.Pictures.Count),
            Config = JsonSerializer.Serialize(ConfigOf(sprites), LibraryJson.Wire.SpriteConfig),
            SnapshotUrlList = await SignAsync(sprites, options, cancellationToken),
        };
        return JsonSerializer.Serialize([files], LibraryJson.Wire.IReadOnlyListSnapshotFiles);
    }

    private static FrameSet? Of(FrameSets? sets, FrameOrderKind kind) =>
        sets?.Sets.FirstOrDefault(set => set.Kind == kind && set.Pictures.Count > 0);

    private SnapshotFiles Map(Asset asset, FrameSet set)
    {
        var first = set.Pictures[0].File;
        return new SnapshotFiles
        {
            Bucket = first.Bucket,
            Count = Text(set.Frames),
            IceJobId = asset.Frames!.JobId,
            Location = urls.AddressOf(first).Location,
        };
    }

    private async Task<IReadOnlyList<string>> SignAsync(
        FrameSet set, LinkOptions options, CancellationToken cancellationToken)
    {
        var signed = await Task.WhenAll(
            set.Pictures.Select(picture => links.SignAsync(picture.File, options, cancellationToken)));
        return [.. signed.OfType<string>()];
    }

    // The vendor's web editor reads numbers here, and texts everywhere else.
    private static SpriteConfig ConfigOf(FrameSet sprites)
    {
        var first = sprites.Pictures[0];
        var (width, height) = (first.CellWidth ?? first.Width, first.CellHeight ?? first.Height);
        return new SpriteConfig
        {
            Num = sprites.Frames,
            SpriteSnapshotConfig = new SpriteSnapshotConfig
            {
                Lines = first.Height / height,
                Columns = first.Width / width,
                CellWidth = width,
                CellHeight = height,
            },
        };
    }

    /// <summary>The key that the pictures' keys have in common, with a mark for their numbers.</summary>
    internal static string Regular(FrameSet set, string mark)
    {
        var key = set.Pictures[0].File.Key;
        var digits = PictureNames.Numbered(new ObjectRef(Bucket: "", PictureNames.Count), 1).Key;
        var at = key.LastIndexOf(digits, StringComparison.Ordinal);
        return at < 0 ? key : string.Concat(key.AsSpan(0, at), mark, key.AsSpan(at + digits.Length));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
