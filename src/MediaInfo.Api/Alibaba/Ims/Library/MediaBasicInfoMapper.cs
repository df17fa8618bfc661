using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps the owner's data of assets, and the pictures of them, to responses.</summary>
public sealed class MediaBasicInfoMapper(CategoryDirectory categories, FileLinks links, AssetPictures pictures)
{
    /// <summary>The data of an account's assets as lists show it, in their order.</summary>
    /// <remarks>The categories are read once, and only if an asset has one.</remarks>
    public async Task<IReadOnlyList<MediaBasicInfo>> MapAsync(
        IReadOnlyList<Asset> assets, LinkOptions options, CancellationToken cancellationToken)
    {
        var tree = await TreeAsync(assets, cancellationToken);
        return await Task.WhenAll(assets.Select(async asset =>
        {
            var sets = await pictures.FindAsync(asset, cancellationToken);
            return await MapAsync(asset, tree, sets, options, cancellationToken) with
            {
                Snapshots = pictures.Snapshots(asset, sets),
            };
        }));
    }

    /// <summary>The data of an asset as GetMediaInfo shows it.</summary>
    public async Task<MediaBasicInfo> MapAsync(Asset asset, LinkOptions options, CancellationToken cancellationToken)
    {
        var tree = await TreeAsync([asset], cancellationToken);
        var sets = await pictures.FindAsync(asset, cancellationToken);
        return await MapAsync(asset, tree, sets, options, cancellationToken) with
        {
            Snapshots = await pictures.PictureLinksAsync(sets, options, cancellationToken),
            TranscodeStatus = null,
        };
    }

    private async Task<CategoryTree> TreeAsync(IReadOnlyList<Asset> assets, CancellationToken cancellationToken) =>
        assets.FirstOrDefault(asset => asset.CategoryId is not null) is { } filed
            ? await categories.ReadAsync(filed.Key.Account, cancellationToken)
            : CategoryTree.Empty;

    private async Task<MediaBasicInfo> MapAsync(
        Asset asset, CategoryTree tree, FrameSets? sets, LinkOptions options, CancellationToken cancellationToken) =>
        Map(asset, CategoryOf(asset, tree)) with
        {
            CoverURL = await links.OfCoverAsync(asset, options, cancellationToken)
                ?? await pictures.CoverAsync(sets, options, cancellationToken),
            SpriteImages = await pictures.SpritesAsync(asset, sets, options, cancellationToken),
        };

    // An asset keeps the id of a deleted category, which no other category gets.
    private static Category? CategoryOf(Asset asset, CategoryTree tree) =>
        asset.CategoryId is { } id ? tree.Find(id) : null;

    private static MediaBasicInfo Map(Asset asset, Category? category) => new()
    {
        MediaId = asset.Key.Id,
        InputURL = asset.InputUrl,
        MediaType = asset.MediaType,
        BusinessType = asset.BusinessType,
        Source = "oss",
        Title = asset.Title,
        Description = asset.Description,
        Category = asset.Category,
        MediaTags = LibraryText.Tags(asset.Tags),
        UserData = asset.UserData,
        Status = asset.Status.ToString(),
        CreateTime = AlibabaText.Time(asset.CreatedAt),
        ModifiedTime = AlibabaText.Time(asset.ModifiedAt),
        CateId = category?.Id,
        CateName = category?.Name,
        Biz = "ICE",
        TranscodeStatus = "Init",
        UploadSource = "general",
        ReferenceId = asset.ReferenceId,
    };
}
