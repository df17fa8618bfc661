using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;

namespace MediaInfo.Core.Retention;

/// <summary>Removes what remains of assets deleted long ago: claims on names, job results, and the document.</summary>
public sealed class OldAssets(
    IAssetStore assets, AssetDeletion deletion, IJobStore jobs, IResultStore results, IRetentionStore store)
{
    /// <summary>Removes the asset if it was deleted before the given time.</summary>
    /// <returns>Whether this call removed the asset.</returns>
    public async Task<bool> RemoveAsync(AssetKey key, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(key, cancellationToken) is not { Asset: { IsLive: false } asset } read
            || !(asset.DeletedAt < before))
        {
            return false;
        }

        // An interrupted deletion leaves its claims behind; without a document, another asset would take over the id.
        await deletion.ReleaseNamesAsync(asset, cancellationToken);
        await deletion.RemoveFilesAsync(asset, cancellationToken);
        foreach (var job in asset.JobIds.Select(id => new JobKey(key.Account, id)))
        {
            // If the job document still exists, the job is removed when it is old enough itself.
            if (await jobs.FindAsync(job, cancellationToken) is null)
            {
                await results.RemoveAsync(job, cancellationToken);
            }
        }

        return await store.RemoveAsync(read, cancellationToken);
    }
}
