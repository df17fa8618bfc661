using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>AddPipeline: creates a pipeline, initially active.</summary>
/// <remarks>Source: "AddPipeline" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="Name" required="true" example="encoding-1" maxbytes="128" pattern="^[\p{L}\p{Nd}][\p{L}\p{Nd}_-]*$">
/// 1 to 128 bytes: letters, digits, '-' and '_', beginning with a letter or a digit.
/// </parameter>
/// <parameter name="Speed" otherwise="Standard" example="Boost"
/// values="Standard,Boost,NarrowBandHDV2,AIVideoCover,AIVideoTag,AIVideoFPShot,AIVideoCensor,AIVideoMCU,AIVideoSummary,
/// AIVideoPorn,AIAudioKWS,AIAudioASR">
/// The kind of pipeline, one of the vendor's words. Kept and returned. It changes nothing.
/// </parameter>
/// <parameter name="SpeedLevel" otherwise="absent from the pipeline too" example="1" type="integer" min="1" max="3">
/// 1 to 3. Kept and returned. It changes nothing.
/// </parameter>
/// <parameter name="NotifyConfig" otherwise="no messages" example='{"QueueName":"mediainfo-callbacks"}'>
/// Where messages go, as JSON of the type <c>NotifyConfig</c>. The first of QueueName, Topic and Url that is set counts; {}
/// turns messages off.
/// <member name="QueueName" example="mediainfo-callbacks">A queue that the account may use.</member>
/// <member name="Topic">A topic, or the queue of that name.</member>
/// <member name="MqTopic">The same as Topic.</member>
/// <member name="MqTag">The tag of messages to MqTopic, up to 128 characters.</member>
/// <member name="Url" maxlength="2048">An http or https address.</member>
/// </parameter>
/// <parameter name="Role" otherwise="absent from the pipeline too" example="AliyunMTSDefaultRole">
/// Kept and returned. It changes nothing.
/// </parameter>
public sealed class AddPipeline(PipelineService pipelines, MpsNotifyConfig notify) : MpsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (draft, error) = Parse(call.Account, call.Parameters);
        if (draft is null)
        {
            return error!;
        }

        return await pipelines.AddAsync(call.Account, draft, cancellationToken) is { } pipeline
            ? RpcAnswer.Ok(new PipelineResponse(call.RequestId, MpsPipelines.Map(pipeline)), MpsJson.Wire.PipelineResponse)
            : MpsErrors.QuotaExceeded("Pipeline");
    }

    private (PipelineDraft? Draft, RpcError? Error) Parse(string account, RpcParameters parameters)
    {
        if (parameters["Name"] is not { } name)
        {
            return (null, RpcErrors.Missing("Name"));
        }

        if (MpsPipelines.NameError(name) is { } wrongName)
        {
            return (null, wrongName);
        }

        var speed = parameters["Speed"] ?? "Standard";
        if (!MpsPipelines.IsSpeed(speed))
        {
            return (null, MpsErrors.Invalid("Speed"));
        }

        if (!MpsPipelines.TryParseSpeedLevel(parameters["SpeedLevel"], out var level))
        {
            return (null, MpsErrors.OutOfRange("SpeedLevel"));
        }

        var (target, wrongTarget) = notify.Parse(account, parameters["NotifyConfig"]);
        return wrongTarget is null
            ? (new PipelineDraft(name, speed, level, parameters["Role"], target), null)
            : (null, wrongTarget);
    }
}
