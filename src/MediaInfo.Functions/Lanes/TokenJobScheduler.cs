using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Lanes;

/// <summary>
/// Schedules a job as a message of its account and priority, and sends a token to have the waiting jobs looked at.
/// </summary>
/// <remarks>
/// In this order: whoever works on the token finds the message. A message whose token could not be sent is taken by another job's
/// token, and asks for nothing where the job was never answered and its document is gone.
/// </remarks>
public sealed class TokenJobScheduler(IWorkQueues queues) : IJobScheduler
{
    /// <inheritdoc />
    public async Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        await queues.Analyses.SendAsync(
            new WorkItem(job.Key.Account, Messages.WriteAnalyze(job.Key)) { Priority = job.Priority }, cancellationToken);
        await queues.Tokens.SendAsync(new WorkItem(job.Key.Account, Messages.WriteToken(job.Key)), cancellationToken);
    }
}
