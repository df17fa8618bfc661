using MediaInfo.Core.Retention;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Durable;

/// <summary>Purges the history of ended orchestrations older than the retention period.</summary>
/// <remarks>
/// Instances are listed by page and purged one by one. The durable host's bulk purge is a single call, which times out at the
/// client if there is too much to purge.
/// </remarks>
public sealed class OrchestrationHistory(RetentionOptions options, TimeProvider time, ILogger<OrchestrationHistory> log)
{
    private const int Page = 500;
    private const int AtATime = 8;

    // Running, pending and suspended instances are kept.
    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Purges old history, for at most <see cref="RetentionOptions.SweepFor"/>; the next call continues.</summary>
    /// <returns>The number of purged histories.</returns>
    public async Task<int> PurgeAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (options.Cutoff(time.GetUtcNow()) is not { } before)
        {
            return 0;
        }

        var purged = 0;
        using var deadline = new CancellationTokenSource(options.SweepFor, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            // Filters by creation time, the only time a query supports. An orchestration started again after its history was
            // purged finds its job ended and does nothing.
            await Parallel.ForEachAsync(
                client.GetAllInstancesAsync(new OrchestrationQuery(CreatedTo: before, Statuses: Ended, PageSize: Page)),
                new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = limit.Token },
                async (instance, token) => Interlocked.Add(ref purged, await PurgeAsync(client, instance.InstanceId, token)));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            log.PurgeUnfinished(options.SweepFor);
        }

        log.HistoryPurged(purged);
        return purged;
    }

    private async Task<int> PurgeAsync(DurableTaskClient client, string instance, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.PurgeInstanceAsync(instance, cancellationToken)).PurgedInstanceCount;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The host is called over gRPC, whose exceptions are unknown here. One that can't be purged now must not block the
            // others.
            log.NotPurged(e, instance);
            return 0;
        }
    }
}
