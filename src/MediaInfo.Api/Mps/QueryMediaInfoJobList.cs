using MediaInfo.Api.Mps.Wire;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Mps;

/// <summary>QueryMediaInfoJobList: up to ten jobs by their ids, newest first.</summary>
/// <remarks>Source: "QueryMediaInfoJobList" of ApsaraVideo Media Processing.</remarks>
public sealed class QueryMediaInfoJobList(JobService jobs, MpsJobMapper mapper) : IRpcAction
{
    private const string Ids = "MediaInfoJobIds";
    private const int MaxIds = 10;

    /// <inheritdoc />
    public string Product => MpsApi.Product;

    /// <inheritdoc />
    public string Version => MpsApi.Version;

    /// <inheritdoc />
    public string Name => nameof(QueryMediaInfoJobList);

    /// <inheritdoc />
    public async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var ids = (call.Parameters[Ids] ?? "").Split(',', Clean).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > MaxIds)
        {
            return ids.Count == 0 ? MpsErrors.Invalid(Ids) : MpsErrors.OutOfRange(Ids);
        }

        var found = (await jobs.FindAsync(call.Account, ids, cancellationToken)).Where(job => job.Dialect is MpsApi.Dialect).ToList();
        var mapped = await Task.WhenAll(found.Select(job => mapper.ToQueriedAsync(job, cancellationToken)));
        var missing = ids.Except(found.Select(job => job.Key.Id), StringComparer.Ordinal).ToList();
        var body = new QueryMediaInfoJobListResponse(
            call.RequestId, new MediaInfoJobList(mapped), missing.Count > 0 ? new JobIdList(missing) : null);
        return RpcAnswer.Ok(body, MpsJson.Wire.QueryMediaInfoJobListResponse);
    }
}
