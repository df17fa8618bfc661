using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>Finds snapshot jobs: those that were submitted, and those of assets.</summary>
public sealed class SnapshotJobs(IJobStore jobs)
{
    /// <summary>The account's snapshot job with the id; null if it has none.</summary>
    public async Task<AnalysisJob?> FindAsync(string account, string id, CancellationToken cancellationToken) =>
        (await jobs.FindAsync(new JobKey(account, id), cancellationToken))?.Job is
        { Dialect: ImsApi.SnapshotDialect or AssetFrames.JobDialect } job
            ? job
            : null;
}
