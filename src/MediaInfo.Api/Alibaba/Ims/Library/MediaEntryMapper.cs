using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps assets to responses.</summary>
public sealed class MediaEntryMapper(MediaBasicInfoMapper basics, FileInfoMapper files, AssetTagMapper tags)
{
    /// <summary>An asset with its file, its streams and its tags, as GetMediaInfo shows it.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="withTags">Whether to show the tags themselves instead of the address of their file.</param>
    /// <param name="options">The kind of file address the caller wants.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<MediaEntry> MapAsync(
        Asset asset, bool withTags, LinkOptions options, CancellationToken cancellationToken) => new()
    {
        MediaId = asset.Key.Id,
        MediaBasicInfo = await basics.MapAsync(asset, options, cancellationToken),
        FileInfoList = await files.MapAsync(asset, options, cancellationToken),
        AiRoughData = await tags.MapAsync(asset, withTags, options, cancellationToken),
    };

    /// <summary>Assets as BatchGetMediaInfos shows them, whose model has fewer members.</summary>
    /// <param name="assets">The assets of one account.</param>
    /// <param name="withFiles">Whether to add the files with their streams.</param>
    /// <param name="options">The kind of file address the caller wants.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IReadOnlyList<MediaEntry>> MapBatchAsync(
        IReadOnlyList<Asset> assets, bool withFiles, LinkOptions options, CancellationToken cancellationToken)
    {
        var infos = await basics.MapAsync(assets, options, cancellationToken);
        return await Task.WhenAll(assets.Select(async (asset, i) => new MediaEntry
        {
            MediaId = asset.Key.Id,
            MediaBasicInfo = infos[i] with { CateId = null, CateName = null, UploadSource = null, ReferenceId = null },
            FileInfoList = withFiles
                ? [.. (await files.MapAsync(asset, options, cancellationToken)).Select(WithoutTimes)]
                : null,
        }));
    }

    /// <summary>Assets as lists show them: with their files' own properties, or none.</summary>
    /// <inheritdoc cref="MapBatchAsync" path="/param" />
    public async Task<IReadOnlyList<MediaEntry>> MapListAsync(
        IReadOnlyList<Asset> assets, bool withFiles, LinkOptions options, CancellationToken cancellationToken)
    {
        var infos = await basics.MapAsync(assets, options, cancellationToken);
        return await Task.WhenAll(assets.Select(async (asset, i) => new MediaEntry
        {
            MediaId = asset.Key.Id,
            MediaBasicInfo = infos[i],
            FileInfoList = withFiles ? await files.MapBasicAsync(asset, options, cancellationToken) : null,
        }));
    }

    private static MediaFile WithoutTimes(MediaFile file) =>
        file with { FileBasicInfo = file.FileBasicInfo with { CreateTime = null, ModifiedTime = null } };
}
