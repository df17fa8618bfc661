using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;

namespace MediaInfo.Core.Retention;

/// <summary>Removes jobs that ended long ago, with their results.</summary>
/// <remarks>
/// Results first and the document last, and that only as it was read: what a crash leaves behind is still found by its document.
/// The results of an asset that lives are shown by the media library and stay, whatever their age; they go with the asset.
/// </remarks>
public sealed class OldJobs(IJobIndex index, IJobStore jobs, IResultStore results, IAssetStore assets)
{
    private const int Page = 5000;

    /// <summary>The account's jobs that were accepted before a time and may have ended, newest first. No document is read.</summary>
    public IAsyncEnumerable<JobKey> FindAsync(string account, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // Ids are of the time when jobs were accepted, and none ended before that.
        var range = JobIdRange.Of(new JobFilter(account, Dialect: "") { CreatedBefore = before });
        return index.ReadAsync(account, range, JobOrder.NewestFirst, Page, cancellationToken)
            .Where(entry => entry.State is not { } state || JobTransitions.IsFinal(state))
            .Select(entry => new JobKey(account, entry.Id));
    }

    /// <summary>Removes the job if it ended before a time.</summary>
    /// <returns>Whether it was removed by this call.</returns>
    public async Task<bool> RemoveAsync(JobKey key, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(key, cancellationToken) is not { } read || !JobTransitions.IsFinal(read.Job.State) || !(read.Job.EndedAt < before))
        {
            return false;
        }

        var asset = await AssetOfAsync(read.Job, cancellationToken);
        if (asset is { AnalyzedAt: null })
        {
            // The end of its analysis has not been taken over yet.
            return false;
        }

        if (!string.Equals(asset?.JobId, key.Id, StringComparison.Ordinal))
        {
            await results.RemoveAsync(key, cancellationToken);
        }

        return await jobs.RemoveAsync(read, cancellationToken);
    }

    // The living asset that the job was submitted for; null where there is none.
    private async Task<Asset?> AssetOfAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        string.Equals(job.Dialect, AssetAnalysis.JobDialect, StringComparison.Ordinal)
        && (await assets.FindAsync(new AssetKey(job.Key.Account, job.SubmittedInput), cancellationToken))?.Asset is { IsLive: true } asset
            ? asset
            : null;
}
