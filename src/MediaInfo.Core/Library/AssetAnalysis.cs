using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Library;

/// <summary>Submits the analysis of an asset as a job, and applies its outcome to the asset.</summary>
public sealed class AssetAnalysis(
    IAssetStore assets, JobService jobs, JobResults results, AssetFrames frames, AssetTags tags, LibraryEvents events) : IJobEnd
{
    /// <summary>The dialect of the library's own jobs. No API exposes them.</summary>
    public const string JobDialect = "ims-library";

    /// <inheritdoc />
    public string Dialect => JobDialect;

    /// <summary>Submits the analysis of a registered asset to the account's default pipeline.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="requestId">The RequestId of the call.</param>
    /// <param name="packets">Whether to read every packet; null uses the service's setting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The current asset.</returns>
    public async Task<Asset> StartAsync(
        Asset asset, string requestId, bool? packets, CancellationToken cancellationToken)
    {
        var job = await jobs.SubmitAsync(
            AssetWork.RequestOf(asset, JobDialect, requestId) with { Digest = null, Packets = packets }, cancellationToken);

        // The job may already have ended, or another call may also have submitted one: the first to write wins.
        var started = await assets.UpdateAsync(
            asset.Key,
            newest => newest is { Status: AssetStatus.Init, JobId: null }
                ? newest with { Status = AssetStatus.Preparing, JobId = job.Key.Id }
                : null,
            cancellationToken);
        return started ?? asset;
    }

    /// <inheritdoc />
    public async Task<CallbackResult> EndAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var key = new AssetKey(job.Key.Account, job.SubmittedInput);
        var media = await results.OfAsync(job, cancellationToken);
        await assets.UpdateAsync(key, asset => IsAwaited(asset, job) ? Ended(asset, job, media) : null, cancellationToken);

        // Check the document rather than the result of the update, so that a retry after a crash here still sends the events.
        if ((await assets.FindAsync(key, cancellationToken))?.Asset is { IsLive: true, AnalyzedAt: not null } ended
            && string.Equals(ended.JobId, job.Key.Id, StringComparison.Ordinal))
        {
            await TellAsync(ended, job, media, cancellationToken);
            await GoOnAsync(ended, job, media, cancellationToken);
        }

        return CallbackResult.Delivered(key.Id);
    }

    // What is wanted of the asset beyond its description.
    private async Task GoOnAsync(Asset asset, AnalysisJob job, MediaDescription? media, CancellationToken cancellationToken)
    {
        if (media is not null)
        {
            await frames.StartAsync(asset, media, job.RequestId, cancellationToken);
        }

        // A crash may have left a job that was recorded and never scheduled, so one that has not ended is replaced.
        if (media is not null && asset is { Tagging: null or { State: AssetWorkState.Running }, Wishes.Tags: { } work })
        {
            await tags.StartAsync(asset, work, job.RequestId, userData: null, cancellationToken);
        }
    }

    private static bool IsAwaited(Asset asset, AnalysisJob job) =>
        asset is { IsLive: true, AnalyzedAt: null }
        && (asset.JobId is null || string.Equals(asset.JobId, job.Key.Id, StringComparison.Ordinal));

    // A text file that is not a subtitle has nothing to describe; that is not a failure.
    private static Asset Ended(Asset asset, AnalysisJob job, MediaDescription? media) => asset with
    {
        Status = media is not null || (asset.MediaType is MediaTypes.Text && job.Failure?.Reason == FailureReason.NotMedia)
            ? AssetStatus.Normal
            : AssetStatus.PrepareFail,
        JobId = job.Key.Id,
        Result = media is null ? null : job.Result,
        MediaType = asset.MediaType ?? (media is null ? null : MediaTypes.Of(media.Kind)),
        AnalyzedAt = job.EndedAt,
        ModifiedAt = job.EndedAt ?? asset.ModifiedAt,
    };

    private async Task TellAsync(Asset asset, AnalysisJob job, MediaDescription? media, CancellationToken cancellationToken)
    {
        if (asset.MediaType is not (MediaTypes.Image or MediaTypes.Text))
        {
            await events.TellAsync(
                new LibraryNews(LibraryEventType.Analyzed, asset) { Job = job, Media = media }, cancellationToken);
        }

        await events.TellAsync(
            new LibraryNews(LibraryEventType.Registered, asset) { Job = job, Media = media }, cancellationToken);
    }
}
