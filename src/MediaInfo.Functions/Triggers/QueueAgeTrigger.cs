using MediaInfo.Core.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>Polls the age of each queue's oldest message every minute, for the metric.</summary>
public sealed class QueueAgeTrigger(QueueAgeGauge gauge)
{
    /// <summary>Polls, unless the metric is turned off or has no listener.</summary>
    [Function("QueueAge")]
    public Task RunAsync(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        gauge.LookAsync(cancellationToken);
}
