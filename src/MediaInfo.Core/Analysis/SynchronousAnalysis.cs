using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Analysis;

/// <summary>Runs a job in the request of a caller who waits for the result.</summary>
/// <remarks>
/// Behind the request stands a queue message, invisible while the request runs the job. If the request dies, the message becomes
/// visible and the job runs elsewhere; if the caller's time is over, it becomes visible at once.
/// </remarks>
public sealed class SynchronousAnalysis(
    JobService service,
    IJobStore jobs,
    IWorkQueues queues,
    AnalysisHandler handler,
    FairShares shares,
    TimeProvider time,
    ILogger<SynchronousAnalysis> log)
{
    /// <summary>The limits on the message behind the request.</summary>
    public static readonly DeliveryLimits Limits = new(MaxDeliveries: 10, VisibilityTimeout: TimeSpan.FromSeconds(30));

    private readonly PlacedHandler _placed = new(handler, shares);

    /// <summary>Stores a job and runs it, unless its pipeline holds it.</summary>
    /// <param name="request">What to analyse.</param>
    /// <param name="budget">How long the caller waits.</param>
    /// <param name="cancellationToken">Cancels the call. An accepted job still runs.</param>
    /// <returns>
    /// The job, ended; or as last known if the budget is over, an attempt failed, or its pipeline holds it. Never with the
    /// outcome of its completion message, which callers learn from queries.
    /// </returns>
    /// <exception cref="IOException">The job could not be stored or scheduled; nothing of it was kept.</exception>
    public async Task<AnalysisJob> RunAsync(AnalysisRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        var behind = (WorkMessage?)null;
        var job = await service.SubmitAsync(
            request, async (accepted, token) => behind = await SendAsync(accepted, token), cancellationToken);
        if (behind is null)
        {
            return job;
        }

        using var patience = new CancellationTokenSource(budget, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await new MessageDelivery(queues.Calls, _placed, behind, Limits, time, log).RunAsync(over.Token);
        return await KnownAsync(job, cancellationToken);
    }

    private Task<WorkMessage> SendAsync(AnalysisJob job, CancellationToken cancellationToken) => queues.Calls.SendAsync(
        new WorkItem(job.Key.Account, Messages.WriteAnalyze(job.Key))
        {
            Priority = job.Priority,
            Delay = Limits.VisibilityTimeout,
        },
        cancellationToken);

    private async Task<AnalysisJob> KnownAsync(AnalysisJob accepted, CancellationToken cancellationToken)
    {
        try
        {
            return await jobs.RecallAsync(accepted.Key, cancellationToken) is { Job: var known }
                ? known with { Callback = null }
                : accepted;
        }
        catch (IOException)
        {
            // The job is accepted, so storage failing now must not make the call fail.
            return accepted;
        }
    }
}
