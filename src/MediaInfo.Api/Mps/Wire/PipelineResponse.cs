namespace MediaInfo.Api.Mps.Wire;

/// <summary>The answer of AddPipeline and UpdatePipeline.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Pipeline">The pipeline.</param>
public sealed record PipelineResponse(string RequestId, Pipeline Pipeline);
