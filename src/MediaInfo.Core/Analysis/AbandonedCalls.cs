using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Analysis;

/// <summary>
/// Schedules the jobs of requests that died or ran out of time, for a host where their messages go to the callback queue.
/// </summary>
public sealed class AbandonedCalls(IJobStore jobs, IJobScheduler scheduler, AnalysisSteps steps) : ICallbackMessages
{
    /// <inheritdoc />
    public string Name => Messages.Analyze;

    /// <inheritdoc />
    public async Task<TimeSpan?> DeliverAsync(string text, CancellationToken cancellationToken)
    {
        var key = Messages.ReadAnalyze(text) ?? throw new InvalidDataException("The message names no job");
        if (await jobs.FindAsync(key, cancellationToken) is { Job: var job } && !JobTransitions.IsFinal(job.State))
        {
            await scheduler.ScheduleAsync(job, cancellationToken);
        }

        return null;
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadAnalyze(text) is { } job ? steps.AbandonAsync(job, cancellationToken) : Task.CompletedTask;
}
