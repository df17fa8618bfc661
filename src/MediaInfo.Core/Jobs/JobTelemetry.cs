using System.Diagnostics;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Jobs;

/// <summary>The metrics and spans of jobs.</summary>
public static class JobTelemetry
{
    /// <summary>Counts an accepted job.</summary>
    public static void CountAccepted(this AnalysisJob job) => Metrics.JobAccepted(job.Dialect);

    /// <summary>Counts an ended job.</summary>
    public static void CountEnd(this AnalysisJob job) =>
        Metrics.JobEnded(job.Dialect, job.State.ToString(), job.Failure?.Reason.ToString());

    /// <summary>
    /// Starts the analysis span of a job as a child of its submit call; null if there is no listener, or the span is already
    /// current.
    /// </summary>
    public static Activity? BeginAnalysis(this AnalysisJob job) =>
        Tracing.IsCurrent(Tracing.Analyze) ? null : Begin(job, Tracing.Analyze, ActivityKind.Consumer, job.SubmitTrace);

    /// <summary>Starts a span for a step of a job's analysis; null if there is no listener.</summary>
    public static Activity? BeginStep(this AnalysisJob job, string name, ActivityKind kind) =>
        Begin(job, name, kind, AnalysisOf(job) ?? job.SubmitTrace);

    // A short job's document does not name its analysis while that runs.
    private static string? AnalysisOf(AnalysisJob job) =>
        Tracing.IsCurrent(Tracing.Analyze) ? Tracing.Current : job.AnalysisTrace;

    private static Activity? Begin(AnalysisJob job, string name, ActivityKind kind, string? parent) =>
        Tracing.Begin(name, kind, parent)
            ?.SetTag(Tracing.JobId, job.Key.Id)
            .SetTag(Tracing.RequestId, job.RequestId)
            .SetTag(Tracing.Account, job.Key.Account)
            .SetTag(Tracing.Dialect, job.Dialect);
}
