using MediaInfo.Core.Retention;
using MediaInfo.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>Removes data past its retention period every hour, including orchestration history.</summary>
public sealed class RetentionTrigger(RetentionSweep sweep, OrchestrationHistory history)
{
    /// <summary>Runs both sweeps in parallel. What fails is left to the next run.</summary>
    [Function("Retention")]
    public Task RunAsync(
        [TimerTrigger("0 17 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Task.WhenAll(sweep.RunAsync(cancellationToken), history.PurgeAsync(client, cancellationToken));
}
