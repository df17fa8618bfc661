using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using Microsoft.DurableTask;

namespace MediaInfo.Functions.Durable;

/// <summary>Runs each step as an activity, again where it fails: what activities throw is trouble with storage, which passes.</summary>
/// <remarks>Only job keys and small outcomes pass through the orchestration's history; descriptions lie in the result store.</remarks>
public sealed class DurableAnalysisSteps(TaskOrchestrationContext context) : IAnalysisSteps
{
    /// <summary>The event that tells an orchestration that its job was scheduled once more.</summary>
    public const string ScheduledAgain = "ScheduledAgain";

    // Pauses of 2, 4, 8, 16, 32, 60 and 60 seconds: trouble of three minutes fails no job.
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8,
        firstRetryInterval: TimeSpan.FromSeconds(2),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)));

    // Nothing comes after it, and a job whose end is never written is analysed forever: it is tried for about a day.
    private static readonly TaskOptions RetriedForADay = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 100,
        firstRetryInterval: TimeSpan.FromSeconds(2),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(15)));

    /// <inheritdoc />
    /// <remarks>
    /// While its pipeline holds the job the orchestration lives on and waits. An instance that is complete therefore has
    /// brought its job to the end, and starting that instance again can be refused without losing a job.
    /// </remarks>
    public async Task<AnalysisPlan> StartAsync(JobKey job)
    {
        var plan = await TakeUpAsync(job);
        while (plan.Held)
        {
            await context.WaitForExternalEvent<object?>(ScheduledAgain);
            plan = await TakeUpAsync(job);
        }

        return plan;
    }

    /// <inheritdoc />
    public Task<StepOutcome> ReadStreamsAsync(JobKey job) => context.CallActivityAsync<StepOutcome>(ActivityNames.ReadStreams, job, Retried);

    /// <inheritdoc />
    public Task<StepOutcome> DigestAsync(JobKey job) => context.CallActivityAsync<StepOutcome>(ActivityNames.Digest, job, Retried);

    /// <inheritdoc />
    public Task<StepOutcome> CountPacketsAsync(JobKey job) => context.CallActivityAsync<StepOutcome>(ActivityNames.CountPackets, job, Retried);

    /// <inheritdoc />
    public Task EndAsync(AnalysisEnding ending) => context.CallActivityAsync(ActivityNames.End, ending, Retried);

    /// <inheritdoc />
    public Task NotifyAsync(JobKey job) => context.CallActivityAsync(ActivityNames.Notify, job, Retried);

    /// <inheritdoc cref="AnalysisSteps.AbandonAsync" />
    public Task AbandonAsync(JobKey job) => context.CallActivityAsync(ActivityNames.Abandon, job, RetriedForADay);

    private Task<AnalysisPlan> TakeUpAsync(JobKey job) => context.CallActivityAsync<AnalysisPlan>(ActivityNames.Start, job, Retried);
}
