using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps the owner's data of an asset to responses.</summary>
internal static class MediaBasicInfoMapper
{
    /// <summary>For GetMediaInfo and ListMediaBasicInfos.</summary>
    public static MediaBasicInfo Map(Asset asset) => new()
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
        CoverURL = asset.CoverUrl,
        UserData = asset.UserData,
        Status = asset.Status.ToString(),
        CreateTime = AlibabaText.Time(asset.CreatedAt),
        ModifiedTime = AlibabaText.Time(asset.ModifiedAt),
        CateId = asset.CategoryId,
        Biz = "ICE",
        UploadSource = "general",
        ReferenceId = asset.ReferenceId,
    };

    /// <summary>For BatchGetMediaInfos, whose model has fewer members.</summary>
    public static MediaBasicInfo MapInBatch(Asset asset) =>
        Map(asset) with { CateId = null, Biz = null, UploadSource = null, ReferenceId = null };
}
