namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of DeletePipeline.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="PipelineId">The deleted pipeline.</param>
public sealed record DeletePipelineResponse(string RequestId, string PipelineId);
