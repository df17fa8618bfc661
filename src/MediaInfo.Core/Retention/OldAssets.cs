using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;

namespace MediaInfo.Core.Retention;

/// <summary>Removes what is left of assets that were deleted long ago: claims on names, the results of their jobs, the document.</summary>
public sealed class OldAssets(IAssetStore assets, AssetDeletion deletion, IJobStore jobs, IResultStore results, IRetentionStore store)
{
    /// <summary>Removes the asset if it was deleted before a time.</summary>
    /// <returns>Whether it was removed by this call.</returns>
    public async Task<bool> RemoveAsync(AssetKey key, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(key, cancellationToken) is not { Asset: { IsLive: false } asset } read || !(asset.DeletedAt < before))
        {
            return false;
        }

        // A deletion that broke off has left its claims; with no document behind them another asset would take over the id.
        await deletion.ReleaseNamesAsync(asset, cancellationToken);
        if (asset.JobId is { } job && await jobs.FindAsync(new JobKey(key.Account, job), cancellationToken) is null)
        {
            // With its document there, the job is removed by its own age.
            await results.RemoveAsync(new JobKey(key.Account, job), cancellationToken);
        }

        return await store.RemoveAsync(read, cancellationToken);
    }
}
