using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Lanes;

/// <summary>
/// Schedules a job as a message in the lane of its account and priority, and sends a token that triggers a check of the waiting
/// jobs.
/// </summary>
/// <remarks>
/// The order ensures that whoever handles the token finds the message. If the token could not be sent, another job's token picks
/// up the message, which has no effect if the job was rejected and its document removed.
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
