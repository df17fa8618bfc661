using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>DeletePipeline: deletes a pipeline that has no waiting jobs; never the default one.</summary>
/// <remarks>Source: "DeletePipeline" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="PipelineId" required="true" example="6319baeb09c968d6cb9cac9316fb8497">The pipeline's id.</parameter>
public sealed class DeletePipeline(PipelineService pipelines) : MpsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters["PipelineId"] is not { } id)
        {
            return RpcErrors.Missing("PipelineId");
        }

        return await pipelines.DeleteAsync(call.Account, id, cancellationToken) switch
        {
            PipelineDeletion.Deleted =>
                RpcAnswer.Ok(new DeletePipelineResponse(call.RequestId, id), MpsJson.Wire.DeletePipelineResponse),
            PipelineDeletion.InUse => MpsErrors.InvalidState("Pipeline"),
            _ => MpsErrors.NotFound("Pipeline"),
        };
    }
}
