using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>QueryPipelineList: up to ten pipelines by id.</summary>
/// <remarks>Source: "QueryPipelineList" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="PipelineIds" required="true" example="6319baeb09c968d6cb9cac9316fb8497" type="list" items="10">
/// Pipeline ids, comma-separated, up to 10.
/// </parameter>
public sealed class QueryPipelineList(PipelineDirectory pipelines) : MpsAction
{
    private const string Ids = "PipelineIds";
    private const int MaxIds = 10;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Ids] is null)
        {
            return RpcErrors.Missing(Ids);
        }

        var ids = List(call, Ids);
        if (ids.Count is 0 or > MaxIds)
        {
            return ids.Count == 0 ? MpsErrors.Invalid(Ids) : MpsErrors.OutOfRange(Ids);
        }

        var read = await Task.WhenAll(ids.Select(id => pipelines.ReadLiveAsync(call.Account, id, cancellationToken)));
        var found = read
            .OfType<StoredPipeline>()
            .Select(stored => stored.Pipeline)
            .OrderByDescending(pipeline => pipeline.CreatedAt)
            .ToList();
        var missing = ids.Except(found.Select(pipeline => pipeline.Id), StringComparer.Ordinal).ToList();
        var body = new QueryPipelineListResponse(
            call.RequestId,
            new PipelineList([.. found.Select(pipeline => MpsPipelines.Map(pipeline))]),
            missing.Count > 0 ? new IdList(missing) : null);
        return RpcAnswer.Ok(body, MpsJson.Wire.QueryPipelineListResponse);
    }
}
