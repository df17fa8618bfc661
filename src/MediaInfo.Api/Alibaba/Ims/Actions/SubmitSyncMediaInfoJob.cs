using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Analysis;

namespace MediaInfo.Api.Alibaba.Ims.Actions;

/// <summary>
/// SubmitSyncMediaInfoJob: runs an analysis and answers its result. A job that takes longer than Gateway:SynchronousBudget, or
/// whose pipeline is paused, is answered as Init, and GetMediaInfoJob has its result later.
/// </summary>
/// <remarks>
/// Source: the SDK of Intelligent Media Services (SubmitSyncMediaInfoJobRequest), whose members are those of SubmitMediaInfoJob.
/// </remarks>
public sealed class SubmitSyncMediaInfoJob(
    ImsSubmission submission, SynchronousAnalysis calls, ImsJobMapper mapper, GatewayOptions options)
    : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, error) = await submission.ParseAsync(call, synchronous: true, cancellationToken);
        if (request is null)
        {
            return error!;
        }

        var job = await calls.RunAsync(request, options.SynchronousBudget, cancellationToken);
        var body = new MediaInfoJobResponse(call.RequestId, await mapper.MapAsync(job, cancellationToken));
        return RpcAnswer.Ok(body, ImsJson.Wire.MediaInfoJobResponse);
    }
}
