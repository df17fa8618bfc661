using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>SubmitMediaInfoJob: accepts an analysis and, unless told otherwise, waits a while for its result.</summary>
/// <remarks>Source: "SubmitMediaInfoJob" of ApsaraVideo Media Processing.</remarks>
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
/// <parameter name="Async" otherwise="like false, within Gateway:UnspecifiedBudget" example="true" type="boolean">
/// true answers at once; false waits for the result, within Gateway:SynchronousBudget.
/// </parameter>
/// <parameter name="Config" otherwise="as the settings Analysis:Digest and Analysis:Packets say" example='{"Deep":true}'
/// ignores="true">
/// Our own use of it: JSON with the members Digest (computes FileMd5), Packets (counts frames, measures NetworkCost) or Deep
/// (both), each true or false. Each reads the whole object.
/// <member name="Deep" type="boolean">Both of the others.</member>
/// <member name="Digest" type="boolean">Computes FileMd5.</member>
/// <member name="Packets" type="boolean">Counts frames and measures NetworkCost.</member>
/// </parameter>
public sealed class SubmitMediaInfoJob(
    MpsInput input,
    PipelineDirectory pipelines,
    JobService jobs,
    SynchronousAnalysis calls,
    MpsJobMapper mapper,
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

        var budget = call.Parameters["Async"] is null ? options.UnspecifiedBudget : options.SynchronousBudget;
        var job = request.Synchronous
            ? await calls.RunAsync(request, budget, cancellationToken)
            : await jobs.SubmitAsync(request, cancellationToken);
        var body = new SubmitMediaInfoJobResponse(call.RequestId, await mapper.ToSubmittedAsync(job, cancellationToken));
        return RpcAnswer.Ok(body, MpsJson.Wire.SubmitMediaInfoJobResponse);
    }

    private async Task<(AnalysisRequest? Request, RpcError? Error)> ParseAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters["Input"] is not { } json)
        {
            return (null, RpcErrors.Missing("Input"));
        }

        var (source, error) = input.Parse(call.Account, json);
        if (source is null)
        {
            return (null, error);
        }

        var userData = call.Parameters["UserData"];
        if (ProblemOfUserData(userData) is { } problem)
        {
            return (null, problem);
        }

        if (!TryParseAsync(call.Parameters["Async"], out var asynchronous))
        {
            return (null, MpsErrors.Invalid("Async"));
        }

        var (digest, packets, invalid) = WorkConfig.Parse(call.Parameters["Config"]);
        if (invalid is not null)
        {
            return (null, MpsErrors.Invalid($"Config.{invalid}"));
        }

        var pipeline = await pipelines.FindAsync(call.Account, call.Parameters["PipelineId"], cancellationToken);
        return pipeline is { State: not PipelineState.Deleted }
            ? (new AnalysisRequest(
                call.Account, MpsApi.Dialect, call.RequestId, source, json, pipeline.Id, userData, Synchronous: !asynchronous)
            {
                FormKey = MpsInput.FormKeyOf(json),
                Digest = digest,
                Packets = packets,
            }, null)
            : (null, MpsErrors.NotFound("Pipeline"));
    }

    // If absent, the result is returned at once when it is ready soon: older clients read the properties from the submit
    // response.
    private static bool TryParseAsync(string? text, out bool asynchronous)
    {
        asynchronous = false;
        return text is null || bool.TryParse(text, out asynchronous);
    }
}
