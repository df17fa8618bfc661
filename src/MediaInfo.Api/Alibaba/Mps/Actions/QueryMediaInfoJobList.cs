using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Analysis;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>QueryMediaInfoJobList: up to ten jobs by id, newest first.</summary>
/// <remarks>Source: "QueryMediaInfoJobList" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="MediaInfoJobIds" required="true" example="88c6ca184c0e47098a5b665e2a126797" type="list" items="10">
/// Job ids, comma-separated, up to 10.
/// </parameter>
public sealed class QueryMediaInfoJobList(JobService jobs, MpsJobMapper mapper) : MpsAction
{
    private const string Ids = "MediaInfoJobIds";
    private const int MaxIds = 10;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var ids = List(call, Ids);
        if (ids.Count is 0 or > MaxIds)
        {
            return ids.Count == 0 ? MpsErrors.Invalid(Ids) : MpsErrors.OutOfRange(Ids);
        }

        var found =
            (await jobs.FindAsync(call.Account, ids, cancellationToken)).Where(job => job.Dialect is MpsApi.Dialect).ToList();
        var mapped = await Task.WhenAll(found.Select(job => mapper.ToQueriedAsync(job, cancellationToken)));
        var missing = ids.Except(found.Select(job => job.Key.Id), StringComparer.Ordinal).ToList();
        var body = new QueryMediaInfoJobListResponse(
            call.RequestId, new MediaInfoJobList(mapped), missing.Count > 0 ? new IdList(missing) : null);
        return RpcAnswer.Ok(body, MpsJson.Wire.QueryMediaInfoJobListResponse);
    }
}
