using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>
/// QuerySnapshotJobList: up to ten snapshot jobs by id; without ids the account's, a page at a time. Newest first.
/// </summary>
/// <remarks>Source: "QuerySnapshotJobList" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="SnapshotJobIds" otherwise="all jobs that pass the filters" example="88c6ca184c0e47098a5b665e2a126797"
/// type="list" items="10">
/// Job ids, comma-separated, up to 10. The other parameters then change nothing.
/// </parameter>
public sealed class QuerySnapshotJobList(JobService jobs, JobListing listing, MpsSnapshotMapper mapper) : MpsAction
{
    private const string Ids = "SnapshotJobIds";
    private const int MaxIds = 10;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var ids = List(call, Ids);
        if (ids.Count > MaxIds)
        {
            return MpsErrors.OutOfRange(Ids);
        }

        return ids.Count > 0
            ? await FindAsync(call, ids, cancellationToken)
            : await ListAsync(call, cancellationToken);
    }

    private async Task<RpcAnswer> FindAsync(RpcCall call, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = (await jobs.FindAsync(call.Account, ids, cancellationToken))
            .Where(job => job.Dialect is MpsApi.SnapshotDialect)
            .ToList();
        var missing = ids.Except(found.Select(job => job.Key.Id), StringComparer.Ordinal).ToList();
        return await AnswerAsync(call, found, missing, next: null, cancellationToken);
    }

    private async Task<RpcAnswer> ListAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (query, error) = MpsSnapshotQuery.Parse(call);
        if (query is null)
        {
            return error!;
        }

        var page = await listing.ListAsync(query, cancellationToken);
        var next = page.Next is { } after ? JobContinuation.Write(after, query.Order) : null;
        return await AnswerAsync(call, page.Jobs, [], next, cancellationToken);
    }

    private async Task<RpcAnswer> AnswerAsync(
        RpcCall call, IEnumerable<AnalysisJob> found, List<string> missing, string? next, CancellationToken cancellationToken)
    {
        var mapped = await Task.WhenAll(found.Select(job => mapper.MapAsync(job, cancellationToken)));
        var body = new QuerySnapshotJobListResponse(
            call.RequestId, new SnapshotJobList(mapped), missing.Count > 0 ? new IdList(missing) : null, next);
        return RpcAnswer.Ok(body, MpsJson.Wire.QuerySnapshotJobListResponse);
    }
}
