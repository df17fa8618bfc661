using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>
/// Schedules a job as a message in the queue of its account and priority. It is redelivered until a worker has finished the job.
/// </summary>
public sealed class QueueJobScheduler(IWorkQueues queues) : IJobScheduler
{
    /// <inheritdoc />
    public Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        queues.Analyses.SendAsync(
            new WorkItem(job.Key.Account, Messages.WriteAnalyze(job.Key)) { Priority = job.Priority }, cancellationToken);
}
