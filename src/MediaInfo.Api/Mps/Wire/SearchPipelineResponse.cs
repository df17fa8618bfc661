namespace MediaInfo.Api.Mps.Wire;

/// <summary>The answer of SearchPipeline.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="TotalCount">Pipelines that match, on all pages.</param>
/// <param name="PageNumber">This page, from 1.</param>
/// <param name="PageSize">Pipelines a page.</param>
/// <param name="PipelineList">The pipelines of this page.</param>
public sealed record SearchPipelineResponse(string RequestId, long TotalCount, long PageNumber, long PageSize, PipelineList PipelineList);
