using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>
/// SubmitSnapshotJob: takes frames of a video. Without Num and Interval it takes one, and waits for it within
/// Gateway:SynchronousBudget; otherwise the job runs in the background.
/// </summary>
/// <remarks>Source: "SubmitSnapshotJob" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="Input" required="true"
/// example='{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"demo%2Fsample.mp4"}' maxlength="16384">
/// The object, as JSON of the type <c>JobInput</c>. Object is percent-encoded once.
/// <member name="Bucket" required="true" example="example-bucket">The bucket.</member>
/// <member name="Location" required="true" example="oss-cn-hangzhou">The region, one of <c>Objects:Locations</c>.</member>
/// <member name="Object" required="true" example="demo%2Fsample.mp4">The object's key, percent-encoded once.</member>
/// </parameter>
/// <parameter name="UserData" otherwise="absent from the job too" example="order-17" maxbytes="1024">
/// The caller's own data, returned with the job and its message; up to 1,024 bytes of UTF-8.
/// </parameter>
/// <parameter name="PipelineId" otherwise="the default pipeline" example="6319baeb09c968d6cb9cac9316fb8497">
/// The pipeline that holds the job while it is paused, and that tells of its end.
/// </parameter>
public sealed class SubmitSnapshotJob(
    MpsInput input,
    MpsSnapshotConfig config,
    PipelineDirectory pipelines,
    IFrameReader frames,
    JobService jobs,
    SynchronousAnalysis calls,
    MpsSnapshotMapper mapper,
    GatewayOptions options)
    : MpsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, error) = await ParseAsync(call, cancellationToken);
        if (request is null)
        {
            return error!;
        }

        // A job that no process can run would only wait for its failure.
        if (await frames.FindProblemAsync(cancellationToken) is not null)
        {
            return MpsErrors.NoSnapshots;
        }

        var job = request.Synchronous
            ? await calls.RunAsync(request, options.SynchronousBudget, cancellationToken)
            : await jobs.SubmitAsync(request, cancellationToken);
        var body = new SubmitSnapshotJobResponse(call.RequestId, await mapper.MapAsync(job, cancellationToken));
        return RpcAnswer.Ok(body, MpsJson.Wire.SubmitSnapshotJobResponse);
    }

    private async Task<(AnalysisRequest? Request, RpcError? Error)> ParseAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters["Input"] is not { } json)
        {
            return (null, RpcErrors.Missing("Input"));
        }

        var (source, inputError) = input.Parse(call.Account, json);
        if (source is null)
        {
            return (null, inputError);
        }

        var (orders, configError) = config.Parse(call, source);
        if (orders is null)
        {
            return (null, configError);
        }

        var userData = call.Parameters["UserData"];
        if (ProblemOfUserData(userData) is { } problem)
        {
            return (null, problem);
        }

        var pipeline = await pipelines.FindAsync(call.Account, call.Parameters["PipelineId"], cancellationToken);
        return pipeline is not { State: not PipelineState.Deleted } ? (null, MpsErrors.NotFound("Pipeline")) : (
            new AnalysisRequest(
                call.Account,
                MpsApi.SnapshotDialect,
                call.RequestId,
                source,
                new SubmittedSnapshot(MpsInput.Read(json), orders.Config).Write(),
                pipeline.Id,
                userData,
                orders.IsSynchronous)
            {
                FormKey = MpsInput.FormKeyOf(json),
                Digest = false,
                Packets = false,
                Frames = orders.Frames,
            },
            null);
    }
}
