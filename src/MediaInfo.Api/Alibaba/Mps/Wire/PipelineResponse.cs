namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of AddPipeline and UpdatePipeline.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Pipeline">The pipeline.</param>
public sealed record PipelineResponse(string RequestId, Pipeline Pipeline);
