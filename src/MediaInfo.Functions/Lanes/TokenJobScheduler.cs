using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Lanes;

/// <summary>Schedules a job as a message in the lane of its priority, and sends a token to have the lanes looked at.</summary>
/// <remarks>
/// In this order: whoever works on the token finds the message in its lane. A message whose token could not be sent is taken by
/// another job's token, and asks for nothing where the job was never answered and its document is gone.
/// </remarks>
public sealed class TokenJobScheduler(IWorkQueues queues) : IJobScheduler
{
    /// <inheritdoc />
    public async Task ScheduleAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        await queues.AnalysesOf(job.Priority).SendAsync(Messages.WriteAnalyze(job.Key), cancellationToken);
        await queues.Tokens.SendAsync(Messages.WriteToken(job.Key), cancellationToken);
    }
}
