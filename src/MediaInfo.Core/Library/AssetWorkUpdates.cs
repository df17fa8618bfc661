using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Library;

/// <summary>Records on assets what became of the jobs that make something of them.</summary>
internal static class AssetWorkUpdates
{
    /// <summary>Records the end of a job, unless another job has taken its place. May be repeated.</summary>
    /// <param name="assets">The assets.</param>
    /// <param name="job">The ended job, which was submitted for the asset of its input.</param>
    /// <param name="of">The asset's work of this kind.</param>
    /// <param name="with">The asset with other work of this kind.</param>
    /// <param name="cancellationToken">Cancels the update.</param>
    /// <returns>The asset that shows the job; null if none does, so that nobody can see what it made.</returns>
    public static async Task<Asset?> EndAsync(
        this IAssetStore assets,
        AnalysisJob job,
        Func<Asset, AssetWork?> of,
        Func<Asset, AssetWork, Asset> with,
        CancellationToken cancellationToken)
    {
        var key = new AssetKey(job.Key.Account, job.SubmittedInput);
        var work = AssetWork.Of(job);
        await assets.UpdateAsync(
            key, asset => asset.IsLive && (of(asset) ?? work).IsOf(job) ? with(asset, work) : null, cancellationToken);

        // The document rather than the result of the update, so that a retry after a crash here goes on.
        return (await assets.FindAsync(key, cancellationToken))?.Asset is { IsLive: true } asset && of(asset)?.IsOf(job) == true
            ? asset
            : null;
    }
}
