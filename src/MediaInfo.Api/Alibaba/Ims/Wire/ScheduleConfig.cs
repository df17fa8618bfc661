namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>How a job is scheduled. Source: "SubmitMediaInfoJob".</summary>
/// <param name="PipelineId">The effective pipeline.</param>
/// <param name="Priority">1 to 10, higher first.</param>
public sealed record ScheduleConfig(string PipelineId, int Priority);
