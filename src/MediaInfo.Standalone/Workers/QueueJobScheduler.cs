using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>Schedules a job as a queue message, which is handed out until a worker brought the job to its end.</summary>
public sealed class QueueJobScheduler(IWorkQueues queues) : IJobScheduler
{
    /// <inheritdoc />
    public Task ScheduleAsync(JobKey job, CancellationToken cancellationToken) =>
        queues.Analyses.SendAsync(Messages.WriteAnalyze(job), cancellationToken);
}
