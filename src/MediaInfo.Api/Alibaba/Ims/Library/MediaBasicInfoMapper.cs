using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps the owner's data of assets to responses.</summary>
public sealed class MediaBasicInfoMapper(CategoryDirectory categories, FileLinks links)
{
    /// <summary>The data of an account's assets, in their order.</summary>
    /// <remarks>The categories are read once, and only if an asset has one.</remarks>
    public async Task<IReadOnlyList<MediaBasicInfo>> MapAsync(
        IReadOnlyList<Asset> assets, LinkOptions options, CancellationToken cancellationToken)
    {
        var tree = assets.FirstOrDefault(asset => asset.CategoryId is not null) is { } filed
            ? await categories.ReadAsync(filed.Key.Account, cancellationToken)
            : CategoryTree.Empty;
        return await Task.WhenAll(assets.Select(async asset =>
            Map(asset, CategoryOf(asset, tree), await links.OfCoverAsync(asset, options, cancellationToken))));
    }

    // An asset keeps the id of a deleted category, which no other category gets.
    private static Category? CategoryOf(Asset asset, CategoryTree tree) =>
        asset.CategoryId is { } id ? tree.Find(id) : null;

    private static MediaBasicInfo Map(Asset asset, Category? category, string? cover) => new()
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
        CoverURL = cover,
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
