using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Core.Library;

/// <summary>A job that makes something of an asset after its analysis, and what became of it.</summary>
/// <param name="JobId">The job.</param>
/// <param name="State">What became of it.</param>
public sealed record AssetWork(string JobId, AssetWorkState State)
{
    /// <summary>What became of a job.</summary>
    public static AssetWork Of(AnalysisJob job) => new(job.Key.Id, job.State switch
    {
        JobState.Succeeded => AssetWorkState.Succeeded,
        JobState.Failed or JobState.Canceled => AssetWorkState.Failed,
        _ => AssetWorkState.Running,
    });

    /// <summary>Whether it is this job.</summary>
    public bool IsOf(AnalysisJob job) => string.Equals(JobId, job.Key.Id, StringComparison.Ordinal);

    /// <summary>
    /// A request for a job about an asset, in the account's default pipeline, which reads no more than it must.
    /// </summary>
    /// <param name="asset">The asset.</param>
    /// <param name="dialect">The dialect of the job.</param>
    /// <param name="requestId">The RequestId of the call.</param>
    internal static AnalysisRequest RequestOf(Asset asset, string dialect, string requestId) => new(
        asset.Key.Account,
        dialect,
        requestId,
        asset.Source,
        asset.Key.Id,
        DefaultPipeline.IdOf(asset.Key.Account),
        UserData: null,
        Synchronous: false)
    {
        Digest = false,
        Packets = false,
    };
}
