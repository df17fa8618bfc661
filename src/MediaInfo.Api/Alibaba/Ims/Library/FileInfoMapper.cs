using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>
/// Maps assets' files to responses. An asset has one file here. Until it is described, storage tells its size.
/// </summary>
public sealed class FileInfoMapper(JobResults results, FileLinks links, IObjectStore objects, ObjectAccess access)
{
    /// <summary>The asset's files with their streams.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="options">The kind of file address the caller wants.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IReadOnlyList<MediaFile>> MapAsync(
        Asset asset, LinkOptions options, CancellationToken cancellationToken)
    {
        var url = await links.OfAsync(asset, options, cancellationToken);
        return await DescribeAsync(asset, cancellationToken) is { } media
            ? [Map(asset, media, url)]
            : [new MediaFile { FileBasicInfo = Known(asset, await SizeAsync(asset, cancellationToken), url) }];
    }

    /// <summary>The asset's files without their streams.</summary>
    /// <inheritdoc cref="MapAsync" path="/param" />
    public async Task<IReadOnlyList<MediaFile>> MapBasicAsync(
        Asset asset, LinkOptions options, CancellationToken cancellationToken) =>
    [
        .. (await MapAsync(asset, options, cancellationToken)).Select(
            file => new MediaFile { FileBasicInfo = file.FileBasicInfo }),
    ];

    /// <summary>A file with its streams.</summary>
    internal static MediaFile Map(Asset asset, MediaDescription media, string? fileUrl) => new()
    {
        FileBasicInfo = Basic(asset, media, fileUrl),
        AudioStreamInfoList = [.. media.AudioStreams.Select(LibraryStreamMapper.Audio)],
        VideoStreamInfoList = [.. media.VideoStreams.Select(LibraryStreamMapper.Video)],
        SubtitleStreamInfoList = [.. media.SubtitleStreams.Select(LibraryStreamMapper.Subtitle)],
    };

    private static FileBasicInfo Known(Asset asset, long? size, string? fileUrl) => new()
    {
        FileName = asset.Source.FileName,
        FileStatus = "Normal",
        FileType = "source_file",
        FileSize = AlibabaText.Number(size),
        FileUrl = fileUrl,
        Region = asset.Region,
        CreateTime = AlibabaText.Time(asset.CreatedAt),
        ModifiedTime = asset.AnalyzedAt is { } analyzed ? AlibabaText.Time(analyzed) : null,
    };

    private static FileBasicInfo Basic(Asset asset, MediaDescription media, string? fileUrl) =>
        Known(asset, media.Container.Size, fileUrl) with
        {
            FormatName = media.Container.FormatName,
            Duration = AlibabaText.Seconds(media.Container.Duration),
            DurationInaccurate = AlibabaText.Flag(media.DurationInaccurate),
            Encrypted = AlibabaText.Flag(media.Container.Encrypted),
            Bitrate = AlibabaText.KilobitsPerSecond(media.Container.BitRate),
            Width = AlibabaText.Number(media.MainVideo?.Width),
            Height = AlibabaText.Number(media.MainVideo?.Height),
        };

    private async Task<MediaDescription?> DescribeAsync(Asset asset, CancellationToken cancellationToken) =>
        asset is { Status: AssetStatus.Normal, JobId: { } job, Result: { } part }
            ? (await results.FindAsync(new JobKey(asset.Key.Account, job), part, cancellationToken))?.Description
            : null;

    private async Task<long?> SizeAsync(Asset asset, CancellationToken cancellationToken)
    {
        try
        {
            return access.MayRead(asset.Key.Account, asset.Source.Bucket)
                ? (await objects.FindAsync(asset.Source, cancellationToken))?.Size
                : null;
        }
        catch (UnauthorizedAccessException)
        {
            // Storage denies it, as it denied the analysis.
            return null;
        }
    }
}
