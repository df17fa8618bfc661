using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Library;

/// <summary>
/// Shows a job on an asset before the job can run. A job that ended first would find an asset that does not show it.
/// </summary>
internal sealed class AssetTagClaim(IAssetStore assets, AssetKey key)
{
    private AssetWork? _work;

    /// <summary>What the asset showed before; null if nothing.</summary>
    public AssetWork? Earlier { get; private set; }

    /// <summary>The asset that shows the job; null if it does not, because it was deleted.</summary>
    public Asset? Made { get; private set; }

    /// <summary>Shows the job on the asset.</summary>
    /// <returns>Whether the asset shows it.</returns>
    /// <exception cref="IOException">Storage cannot be reached now, or other writers interfered too often.</exception>
    public async Task<bool> MakeAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        _work = AssetWork.Of(job);
        Made = await assets.UpdateAsync(
            key,
            newest =>
            {
                Earlier = newest.Tagging;
                return newest.IsLive ? newest with { Tagging = _work } : null;
            },
            cancellationToken);
        return Made is not null;
    }

    /// <summary>
    /// Shows on the asset what it showed before, if the job could not be scheduled. An earlier job that was running may have
    /// ended unseen meanwhile, so it counts as failed.
    /// </summary>
    /// <exception cref="IOException">Storage cannot be reached now, or other writers interfered too often.</exception>
    public async Task UndoAsync()
    {
        var before = Earlier is { State: AssetWorkState.Running } ? Earlier with { State = AssetWorkState.Failed } : Earlier;
        await assets.UpdateAsync(
            key,
            newest => _work is not null && newest.Tagging == _work ? newest with { Tagging = before } : null,
            CancellationToken.None);
    }
}
