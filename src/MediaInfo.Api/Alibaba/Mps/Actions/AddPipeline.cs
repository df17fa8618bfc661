using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>AddPipeline: creates a pipeline, initially active.</summary>
/// <remarks>Source: "AddPipeline" of ApsaraVideo Media Processing.</remarks>
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
