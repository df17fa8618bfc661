using System.Diagnostics;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Jobs;

/// <summary>The metrics and the span of a reading step.</summary>
internal static class StepTelemetry
{
    /// <summary>Records the cost and outcome of a step.</summary>
    /// <param name="outcome">The step's outcome.</param>
    /// <param name="span">The step's span; null if there is no listener.</param>
    /// <param name="dialect">The dialect of the job.</param>
    /// <param name="step">"streams", "digest", "packets", "frames" or "tags".</param>
    public static void Record(this StepOutcome outcome, Activity? span, string dialect, string step)
    {
        var (requests, bytes, milliseconds) = outcome.Usage;
        Metrics.Probed(
            dialect, step, outcome.Failure?.Reason.ToString(), requests, bytes, TimeSpan.FromMilliseconds(milliseconds));
        span?.SetTag(Tracing.Requests, requests).SetTag(Tracing.Bytes, bytes);
        if (outcome.Failure is { } failure)
        {
            span.Fail(failure.Reason.ToString());
        }
    }
}
