using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>
/// Schedules a job as a message of its account and priority, which is handed out until a worker brought the job to its end.
/// </summary>
public sealed class QueueJobScheduler(IWorkQueues queues) : IJobScheduler
{
    /// <inheritdoc />
    public Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        queues.Analyses.SendAsync(
            new WorkItem(job.Key.Account, Messages.WriteAnalyze(job.Key)) { Priority = job.Priority }, cancellationToken);
}
