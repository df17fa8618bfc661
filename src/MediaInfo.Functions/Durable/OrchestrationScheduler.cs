using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Functions.Durable;

/// <summary>Schedules a job as a message in the lane of its account and band, and starts its orchestration.</summary>
/// <remarks>
/// In this order, so that the turn finds the message. If the start fails, another job's turn picks up the message, which has no
/// effect once the rejected job's document is removed.
/// </remarks>
public sealed class OrchestrationScheduler(IWorkQueues queues, OrchestrationStarter starter) : IJobScheduler
{
    /// <inheritdoc />
    public async Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        await queues.Analyses.SendAsync(
            new WorkItem(job.Key.Account, Messages.WriteAnalyze(job.Key)) { Priority = job.Priority }, cancellationToken);

        // The durable host makes the orchestration's spans children of this one.
        using var span = job.BeginStep(Tracing.Dispatch, ActivityKind.Producer);
        await starter.StartAsync(job.Key, cancellationToken);
    }
}
