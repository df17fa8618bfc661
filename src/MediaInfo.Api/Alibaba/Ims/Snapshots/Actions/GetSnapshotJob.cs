using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Actions;

/// <summary>GetSnapshotJob: one snapshot job by its id, also one of an asset.</summary>
/// <remarks>Source: "GetSnapshotJob" of Intelligent Media Services.</remarks>
/// <parameter name="JobId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The job's id.</parameter>
public sealed class GetSnapshotJob(SnapshotJobs jobs, SnapshotJobMapper mapper) : ImsAction
{
    private const string Id = "JobId";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Id] is not { } id)
        {
            return ImsErrors.Missing(Id);
        }

        return await jobs.FindAsync(call.Account, id, cancellationToken) is not { } job
            ? ImsErrors.NotFound(Id)
            : RpcAnswer.Ok(
                new GetSnapshotJobResponse(call.RequestId, await mapper.MapAsync(job, cancellationToken)),
                SnapshotJson.Wire.GetSnapshotJobResponse);
    }
}
