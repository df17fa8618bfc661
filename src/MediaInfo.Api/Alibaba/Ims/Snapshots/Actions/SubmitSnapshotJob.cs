using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Frames;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Actions;

/// <summary>SubmitSnapshotJob: accepts a job that takes frames of a video, which runs in the background.</summary>
/// <remarks>Source: "SubmitSnapshotJob" of Intelligent Media Services.</remarks>
public sealed class SubmitSnapshotJob(SnapshotSubmission submission, IFrameReader frames, JobService jobs) : ImsAction
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

        // A job that no process can run would only wait for its failure.
        if (await frames.FindProblemAsync(cancellationToken) is not null)
        {
            return ImsErrors.NoSnapshots;
        }

        var job = await jobs.SubmitAsync(request, cancellationToken);
        return RpcAnswer.Ok(
            new SubmitSnapshotJobResponse(call.RequestId, job.Key.Id), SnapshotJson.Wire.SubmitSnapshotJobResponse);
    }
}
