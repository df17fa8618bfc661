using MediaInfo.Core.Retention;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Triggers;

/// <summary>Removes every hour what is older than it is to be kept, the history of orchestrations included.</summary>
public sealed class RetentionTrigger(RetentionSweep sweep, RetentionOptions options, TimeProvider time, ILogger<RetentionTrigger> log)
{
    // Those that run, wait for a worker or are suspended stay.
    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Sweeps once. What fails is left to the next hour.</summary>
    [Function("Retention")]
    public async Task RunAsync(
        [TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        await sweep.RunAsync(cancellationToken);
        if (options.Cutoff(time.GetUtcNow()) is { } before)
        {
            // By the time of the start, which is all that can be asked for. An orchestration that was started again after its
            // history is gone finds its job ended, and does nothing.
            var purged = await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: before, Statuses: Ended), cancellationToken);
            log.HistoryPurged(purged.PurgedInstanceCount);
        }
    }
}
