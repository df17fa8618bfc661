using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;

namespace MediaInfo.Core.Retention;

/// <summary>Removes jobs that ended long ago, together with their results.</summary>
/// <remarks>
/// Results are removed first and the document last, and only if it has not changed since it was read. After a crash, the document
/// still leads to what is left. The results of a live asset are shown by the media library; they are kept regardless of age and
/// removed with the asset.
/// </remarks>
public sealed class OldJobs(IJobIndex index, IJobStore jobs, IResultStore results, JobFiles files, IAssetStore assets)
{
    private const int Page = 5000;

    /// <summary>
    /// The account's jobs that were accepted before the given time and may have ended, newest first. Reads no documents.
    /// </summary>
    public IAsyncEnumerable<JobKey> FindAsync(string account, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // Ids reflect the time of acceptance, and no job ends before that.
        var range = JobIdRange.Of(new JobFilter(account, Dialect: "") { CreatedBefore = before });
        return index.ReadAsync(account, range, JobOrder.NewestFirst, Page, cancellationToken)
            .Where(entry => entry.State is not { } state || JobTransitions.IsFinal(state))
            .Select(entry => new JobKey(account, entry.Id));
    }

    /// <summary>Removes the job if it ended before the given time.</summary>
    /// <returns>Whether this call removed the job.</returns>
    public async Task<bool> RemoveAsync(JobKey key, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(key, cancellationToken) is not { } read
            || !JobTransitions.IsFinal(read.Job.State)
            || !(read.Job.EndedAt < before))
        {
            return false;
        }

        var asset = await AssetOfAsync(read.Job, cancellationToken);
        if (asset is not null && IsAwaited(asset, read.Job))
        {
            // The outcome of the job has not been applied to the asset yet.
            return false;
        }

        if (asset?.JobIds.Contains(key.Id, StringComparer.Ordinal) != true)
        {
            await RemoveResultsAsync(read.Job, cancellationToken);
        }

        return await jobs.RemoveAsync(read, cancellationToken);
    }

    private static bool IsAwaited(Asset asset, AnalysisJob job) => job.Dialect switch
    {
        AssetAnalysis.JobDialect => asset.AnalyzedAt is null,
        AssetFrames.JobDialect => asset.Frames is { State: AssetWorkState.Running } work && work.IsOf(job),
        _ => asset.Tagging is { State: AssetWorkState.Running } work && work.IsOf(job),
    };

    private async Task RemoveResultsAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        if (job.Extras.Decodes)
        {
            await files.RemoveAsync(job.Key, cancellationToken);
        }

        await results.RemoveAsync(job.Key, cancellationToken);
    }

    // The live asset that the job was submitted for; null if there is none.
    private async Task<Asset?> AssetOfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.Dialect is AssetAnalysis.JobDialect or AssetFrames.JobDialect or AssetTags.JobDialect
        && (await assets.FindAsync(new AssetKey(job.Key.Account, job.SubmittedInput), cancellationToken))?.Asset
            is { IsLive: true } asset
            ? asset
            : null;
}
