using MediaInfo.Core.Retention;
using MediaInfo.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>Removes every hour what is older than it is to be kept, the history of orchestrations included.</summary>
public sealed class RetentionTrigger(RetentionSweep sweep, OrchestrationHistory history)
{
    /// <summary>Sweeps once, both side by side within the same time. What fails is left to the next hour.</summary>
    [Function("Retention")]
    public Task RunAsync(
        [TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        Task.WhenAll(sweep.RunAsync(cancellationToken), history.PurgeAsync(client, cancellationToken));
}
