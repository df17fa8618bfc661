using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps what was recognised in assets to responses.</summary>
public sealed class AssetTagMapper(AssetTags tags, TagLinks results, FileLinks links, ObjectAccess access)
{
    /// <summary>The asset's tag job; null if there is none, or if its bucket is no longer the account's.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="withResults">Whether to show the results themselves instead of the address of their file.</param>
    /// <param name="options">The kind of file address the caller wants.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<AiRoughData?> MapAsync(
        Asset asset, bool withResults, LinkOptions options, CancellationToken cancellationToken)
    {
        if (asset.Tagging is not { } work || !access.MayRead(asset.Key.Account, asset.Source.Bucket))
        {
            return null;
        }

        var job = new JobKey(asset.Key.Account, work.JobId);
        var isThere = work.State == AssetWorkState.Succeeded;
        var url = isThere ? await links.SignAsync(JobFiles.Locate(job, AssetTags.FileName), options, cancellationToken) : null;
        var status = StatusOf(work.State);
        return new AiRoughData
        {
            Result = url,
            Status = status,
            AiJobId = work.JobId,
            StandardSmartTagJob = new StandardSmartTagJob
            {
                AiJobId = work.JobId,
                Status = status,
                ResultUrl = withResults ? null : url,
                Results = isThere && withResults
                    ? await results.WriteAsync(
                        job, await tags.FindAsync(asset, cancellationToken), options.Lifetime, cancellationToken)
                    : null,
            },
        };
    }

    private static string StatusOf(AssetWorkState state) => state switch
    {
        AssetWorkState.Succeeded => "AnalyzeSuccess",
        AssetWorkState.Failed => "AnalyzeFailed",
        _ => "Analyzing",
    };
}
