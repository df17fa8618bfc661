namespace MediaInfo.Api.Mps.Wire;

/// <summary>The answer of QueryPipelineList.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="PipelineList">The pipelines that exist.</param>
/// <param name="NonExistPids">The ids without a pipeline; left out where every id has one.</param>
public sealed record QueryPipelineListResponse(string RequestId, PipelineList PipelineList, IdList? NonExistPids);
