using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Tags.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Analysis;

namespace MediaInfo.Api.Alibaba.Ims.Tags.Actions;

/// <summary>SubmitSmarttagJob: accepts a job that recognises what an object shows and says.</summary>
/// <remarks>
/// Source: "SubmitSmarttagJob" of Intelligent Media Services. ContentType and ContentAddr, which the vendor has withdrawn, change
/// nothing. Input.Type may also be URL, for the address of an object of the account; other addresses are refused.
/// </remarks>
public sealed class SubmitSmarttagJob(TagSubmission submission, JobService jobs) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, error) = await submission.ParseAsync(call, cancellationToken);
        if (request is null)
        {
            return error!;
        }

        var job = await jobs.SubmitAsync(request, cancellationToken);
        return RpcAnswer.Ok(
            new SubmitSmarttagJobResponse(call.RequestId, job.Key.Id), SmarttagJson.Wire.SubmitSmarttagJobResponse);
    }
}
