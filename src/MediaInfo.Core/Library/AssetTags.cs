using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;

namespace MediaInfo.Core.Library;

/// <summary>Has a job recognise what an asset shows and says.</summary>
public sealed class AssetTags(
    IAssetStore assets, JobService jobs, TagFindingsStore found, JobFiles files, LibraryEvents events) : IJobEnd
{
    /// <summary>The dialect of these jobs.</summary>
    public const string JobDialect = "ims-library-tags";

    /// <summary>The name of the file with the results, among the job's files.</summary>
    public const string FileName = "results.json";

    /// <inheritdoc />
    public string Dialect => JobDialect;

    /// <summary>Submits a job, whose results take the place of earlier ones.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="work">What to look for.</param>
    /// <param name="requestId">The RequestId of the call.</param>
    /// <param name="userData">The caller's own data for the event at the job's end; null for the asset's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The current asset; null if it was deleted meanwhile.</returns>
    /// <exception cref="IOException">The job could not be stored or scheduled.</exception>
    public async Task<Asset?> StartAsync(
        Asset asset, TagWork work, string requestId, string? userData, CancellationToken cancellationToken)
    {
        var request = AssetWork.RequestOf(asset, JobDialect, requestId) with { Tags = work, UserData = userData };
        var claim = new AssetTagClaim(assets, asset.Key);
        try
        {
            var job = await jobs.SubmitClaimedAsync(request, claim.MakeAsync, cancellationToken);
            if (job is not null && claim.Earlier is { } earlier)
            {
                await files.RemoveAsync(job.Key with { Id = earlier.JobId }, cancellationToken);
            }

            return claim.Made;
        }
        catch
        {
            await claim.UndoAsync();
            throw;
        }
    }

    /// <summary>What was recognised in an asset; empty if nothing was.</summary>
    public async Task<IReadOnlyList<TagResult>> FindAsync(Asset asset, CancellationToken cancellationToken) =>
        asset.Tagging is { } work
            ? await found.OfAsync(
                new JobKey(asset.Key.Account, work.JobId), Enum.GetValues<RecogniserKind>(), cancellationToken)
            : [];

    /// <inheritdoc />
    public async Task<CallbackResult> EndAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        if (job.State == JobState.Succeeded)
        {
            await WriteAsync(job, cancellationToken);
        }

        var shown = await assets.EndAsync(
            job, asset => asset.Tagging, (asset, work) => asset with { Tagging = work }, cancellationToken);
        if (shown is not null)
        {
            await events.TellAsync(new LibraryNews(LibraryEventType.Tagged, shown) { Job = job }, cancellationToken);
        }
        else
        {
            await files.RemoveAsync(job.Key, cancellationToken);
        }

        return CallbackResult.Delivered(job.SubmittedInput);
    }

    private async Task WriteAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var results = new JsonArray([.. (await found.OfAsync(job, cancellationToken)).Select(ToJson)]);
        var content = JsonSerializer.SerializeToUtf8Bytes(results);
        var status = await files.WriteAsync(job.Key, FileName, content, "application/json", cancellationToken);
        if (status != ObjectWriteStatus.Written)
        {
            throw new IOException($"The results of job {job.Key.Id} could not be written: {status}");
        }
    }

    // As the results of the vendor's call are spelled.
    private static JsonObject ToJson(TagResult result) =>
        new() { ["Type"] = result.Type, ["Data"] = JsonNode.Parse(result.Data.GetRawText()) };
}
