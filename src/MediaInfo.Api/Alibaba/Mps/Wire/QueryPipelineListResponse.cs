namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of QueryPipelineList.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="PipelineList">The pipelines that exist.</param>
/// <param name="NonExistPids">The ids without a pipeline; omitted if every id has one.</param>
public sealed record QueryPipelineListResponse(string RequestId, PipelineList PipelineList, IdList? NonExistPids);
