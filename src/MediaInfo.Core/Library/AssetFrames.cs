using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Media;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Library;

/// <summary>Has the pictures of an asset made by a job after its analysis.</summary>
public sealed class AssetFrames(
    IAssetStore assets,
    JobService jobs,
    AssetFrameOrders orders,
    IFrameReader reader,
    FrameResults made,
    JobFiles files,
    LibraryEvents events,
    ILogger<AssetFrames> log) : IJobEnd
{
    /// <summary>The dialect of these jobs.</summary>
    public const string JobDialect = "ims-library-frames";

    /// <inheritdoc />
    public string Dialect => JobDialect;

    /// <summary>Submits the job, unless nothing is wanted or this service cannot take frames.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="media">Its description.</param>
    /// <param name="requestId">The RequestId of the call that registered it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IOException">The job could not be stored or scheduled.</exception>
    public async Task StartAsync(Asset asset, MediaDescription media, string requestId, CancellationToken cancellationToken)
    {
        if (asset.Frames is not null || orders.Of(asset, media) is not { Count: > 0 } wanted)
        {
            return;
        }

        if (await reader.FindProblemAsync(cancellationToken) is { } problem)
        {
            log.NoPictures(asset.Key.Id, problem);
            return;
        }

        var request = AssetWork.RequestOf(asset, JobDialect, requestId) with { Frames = wanted };
        var job = await jobs.SubmitAsync(request, cancellationToken);
        await assets.UpdateAsync(
            asset.Key,
            newest => newest is { IsLive: true, Frames: null }
                ? newest with { Frames = new AssetWork(job.Key.Id, AssetWorkState.Running) }
                : null,
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<CallbackResult> EndAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var shown = await assets.EndAsync(
            job, asset => asset.Frames, (asset, work) => asset with { Frames = work }, cancellationToken);
        if (shown is not null)
        {
            var sets = job.State == JobState.Succeeded ? await made.FindAsync(job.Key, cancellationToken) : null;
            await events.TellAsync(
                new LibraryNews(LibraryEventType.Pictured, shown) { Job = job, Frames = sets }, cancellationToken);
        }
        else
        {
            await files.RemoveAsync(job.Key, cancellationToken);
        }

        return CallbackResult.Delivered(job.SubmittedInput);
    }
}
