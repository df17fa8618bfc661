using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>UpdatePipeline: renames, pauses or resumes a pipeline, or redirects its messages.</summary>
/// <remarks>Source: "UpdatePipeline" of ApsaraVideo Media Processing. Absent optional parameters keep their value.</remarks>
/// <parameter name="PipelineId" required="true" example="6319baeb09c968d6cb9cac9316fb8497">The pipeline's id.</parameter>
/// <parameter name="Name" required="true" example="encoding-1" maxbytes="128" pattern="^[\p{L}\p{Nd}][\p{L}\p{Nd}_-]*$">
/// 1 to 128 bytes: letters, digits, '-' and '_', beginning with a letter or a digit.
/// </parameter>
/// <parameter name="State" required="true" example="Paused" values="Active,Paused">
/// Active or Paused. Jobs of a paused pipeline wait.
/// </parameter>
/// <parameter name="NotifyConfig" otherwise="stays as it is" example='{"QueueName":"mediainfo-callbacks"}'>
/// Where messages go, as JSON of the type <c>NotifyConfig</c>. The first of QueueName, Topic and Url that is set counts; {}
/// turns messages off.
/// <member name="QueueName" example="mediainfo-callbacks">A queue that the account may use.</member>
/// <member name="Topic">A topic, or the queue of that name.</member>
/// <member name="MqTopic">The same as Topic.</member>
/// <member name="MqTag">The tag of messages to MqTopic, up to 128 characters.</member>
/// <member name="Url" maxlength="2048">An http or https address.</member>
/// </parameter>
/// <parameter name="Role" otherwise="stays as it is" example="AliyunMTSDefaultRole">
/// Kept and returned. It changes nothing.
/// </parameter>
public sealed class UpdatePipeline(PipelineService pipelines, MpsNotifyConfig notify) : MpsAction
{
    private static readonly string[] Required = ["PipelineId", "Name", "State"];

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (change, error) = Parse(call.Account, call.Parameters);
        if (change is null)
        {
            return error!;
        }

        var pipeline = await pipelines.ChangeAsync(call.Account, call.Parameters["PipelineId"]!, change, cancellationToken);
        return pipeline is null
            ? MpsErrors.NotFound("Pipeline")
            : RpcAnswer.Ok(
                new PipelineResponse(call.RequestId, MpsPipelines.Map(pipeline) with { SpeedLevel = null }),
                MpsJson.Wire.PipelineResponse);
    }

    private (Func<Core.Pipelines.Pipeline, Core.Pipelines.Pipeline>? Change, RpcError? Error) Parse(
        string account, RpcParameters parameters)
    {
        if (Array.Find(Required, name => parameters[name] is null) is { } missing)
        {
            return (null, RpcErrors.Missing(missing));
        }

        if (MpsPipelines.NameError(parameters["Name"]!) is { } wrongName)
        {
            return (null, wrongName);
        }

        if (parameters["State"] is not ("Active" or "Paused"))
        {
            return (null, MpsErrors.Invalid("State"));
        }

        var (target, wrongTarget) = notify.Parse(account, parameters["NotifyConfig"]);
        return wrongTarget is null ? (pipeline => Change(pipeline, parameters, target), null) : (null, wrongTarget);
    }

    private static Core.Pipelines.Pipeline Change(
        Core.Pipelines.Pipeline pipeline, RpcParameters parameters, NotifyTarget? target) =>
        pipeline with
        {
            Name = parameters["Name"]!,
            State = parameters["State"] is "Paused" ? PipelineState.Paused : PipelineState.Active,
            Role = parameters["Role"] ?? pipeline.Role,
            Notify = parameters["NotifyConfig"] is null ? pipeline.Notify : target,
        };
}
