using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Analysis;

namespace MediaInfo.Api.Alibaba.Ims.Actions;

/// <summary>SubmitMediaInfoJob: accepts an analysis, which runs in the background.</summary>
/// <remarks>Source: "SubmitMediaInfoJob" of Intelligent Media Services.</remarks>
public sealed class SubmitMediaInfoJob(ImsSubmission submission, JobService jobs, ImsJobMapper mapper) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, error) = await submission.ParseAsync(call, synchronous: false, cancellationToken);
        if (request is null)
        {
            return error!;
        }

        var job = await jobs.SubmitAsync(request, cancellationToken);
        var body = new MediaInfoJobResponse(call.RequestId, await mapper.MapAsync(job, cancellationToken));
        return RpcAnswer.Ok(body, ImsJson.Wire.MediaInfoJobResponse);
    }
}
