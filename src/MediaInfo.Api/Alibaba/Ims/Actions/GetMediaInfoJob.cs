using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims.Actions;

/// <summary>GetMediaInfoJob: one job by its id.</summary>
/// <remarks>Source: the Go SDK of Intelligent Media Services (GetMediaInfoJobRequest).</remarks>
/// <parameter name="JobId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The job's id.</parameter>
public sealed class GetMediaInfoJob(IJobStore jobs, ImsJobMapper mapper) : ImsAction
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

        if (await jobs.FindAsync(new JobKey(call.Account, id), cancellationToken) is not { Job: { Dialect: ImsApi.Dialect } job })
        {
            return ImsErrors.NotFound(Id);
        }

        var body = new MediaInfoJobResponse(call.RequestId, await mapper.MapAsync(job, cancellationToken));
        return RpcAnswer.Ok(body, ImsJson.Wire.MediaInfoJobResponse);
    }
}
