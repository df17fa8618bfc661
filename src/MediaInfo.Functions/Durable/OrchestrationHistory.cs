using MediaInfo.Core.Retention;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Durable;

/// <summary>Removes the history of orchestrations that ended and are older than jobs are kept.</summary>
/// <remarks>
/// They are listed page by page and removed one by one. Asked to remove all at once, the durable host does it in one call, whose
/// answer is waited for no longer than a client of it waits, however much there is.
/// </remarks>
public sealed class OrchestrationHistory(RetentionOptions options, TimeProvider time, ILogger<OrchestrationHistory> log)
{
    private const int Page = 500;
    private const int AtATime = 8;

    // Those that run, wait for a worker or are suspended stay.
    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Removes what is old, for <see cref="RetentionOptions.SweepFor"/> at most; the next call goes on with what is left.</summary>
    /// <returns>How many histories were removed.</returns>
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
            // By the time of the start, which is all that can be asked for. An orchestration that was started again after its
            // history is gone finds its job ended, and does nothing.
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
            // The host is asked over gRPC, whose faults no caller here knows. One that can't be removed now must not keep the others.
            log.NotPurged(e, instance);
            return 0;
        }
    }
}
