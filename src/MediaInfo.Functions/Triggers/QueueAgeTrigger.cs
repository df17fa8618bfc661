using MediaInfo.Core.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>Looks every minute how long the oldest message of each queue has waited, for the metric of that.</summary>
public sealed class QueueAgeTrigger(QueueAgeGauge gauge)
{
    /// <summary>Looks, unless it is turned off or nobody listens to the metric.</summary>
    [Function("QueueAge")]
    public Task RunAsync([TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        gauge.LookAsync(cancellationToken);
}
