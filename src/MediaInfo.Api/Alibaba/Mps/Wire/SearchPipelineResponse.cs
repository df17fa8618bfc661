namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of SearchPipeline.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="TotalCount">Matching pipelines on all pages.</param>
/// <param name="PageNumber">This page, from 1.</param>
/// <param name="PageSize">Pipelines per page.</param>
/// <param name="PipelineList">The pipelines of this page.</param>
public sealed record SearchPipelineResponse(
    string RequestId, long TotalCount, long PageNumber, long PageSize, PipelineList PipelineList);
