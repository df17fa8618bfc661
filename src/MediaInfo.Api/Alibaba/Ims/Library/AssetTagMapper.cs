using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps what was recognised in assets to responses.</summary>
public sealed class AssetTagMapper(TagFindingsStore found, TagFile file, FileLinks links, ObjectAccess access)
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
        var url = isThere ? await links.SignAsync(file.Locate(job), options, cancellationToken) : null;
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
                    ? [.. (await found.OfAsync(job, KindsOf(asset), cancellationToken)).Select(TagJobMapper.Map)]
                    : null,
            },
        };
    }

    private static IReadOnlyList<RecogniserKind> KindsOf(Asset asset) => asset.Wishes?.Tags?.Recognisers ?? [];

    private static string StatusOf(AssetWorkState state) => state switch
    {
        AssetWorkState.Succeeded => "AnalyzeSuccess",
        AssetWorkState.Failed => "AnalyzeFailed",
        _ => "Analyzing",
    };
}
