namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of pipelines. Source: "QueryPipelineList" and "SearchPipeline", response elements.</summary>
/// <param name="Pipeline">The pipelines, newest first.</param>
public sealed record PipelineList(IReadOnlyList<Pipeline> Pipeline);
