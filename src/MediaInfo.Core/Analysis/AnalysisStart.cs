namespace MediaInfo.Core.Analysis;

/// <summary>The start of an analysis that the job's document does not show yet.</summary>
/// <param name="At">When it started, UTC.</param>
/// <param name="Trace">Its span, as in <see cref="Jobs.AnalysisJob.AnalysisTrace"/>; null if it is not traced.</param>
public sealed record AnalysisStart(DateTimeOffset At, string? Trace);
