using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Functions.Turns;
using Microsoft.DurableTask;

namespace MediaInfo.Functions.Durable;

/// <summary>Runs each step as an activity with retries: activities throw only on transient storage failures.</summary>
/// <remarks>
/// Only job keys and small outcomes go through the orchestration history; descriptions are in the result store.
/// </remarks>
public sealed class DurableAnalysisSteps(TaskOrchestrationContext context) : IAnalysisSteps
{
    /// <summary>The event that tells an orchestration that its job was scheduled again.</summary>
    public const string ScheduledAgain = "ScheduledAgain";

    // Waits of 2, 4, 8, 16, 32, 60 and 60 seconds: an outage of three minutes fails no job.
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8,
        firstRetryInterval: TimeSpan.FromSeconds(2),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)));

    // This is the last resort: a job whose end is never written stays in progress forever. Retries go on for about a day.
    private static readonly TaskOptions RetriedForADay = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 100,
        firstRetryInterval: TimeSpan.FromSeconds(2),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(15)));

    /// <inheritdoc />
    /// <remarks>
    /// Takes turns until the job has ended, or has begun and is read here. While its pipeline holds the job, the orchestration
    /// waits. A completed instance has therefore brought its job to the end, and another start of it can be rejected without
    /// losing a job.
    /// </remarks>
    public async Task<AnalysisPlan> StartAsync(JobKey job)
    {
        while (true)
        {
            var turn = await context.CallActivityAsync<TurnOutcome>(ActivityNames.Turn, job, Retried);
            if (turn.Plan is { Held: false } plan)
            {
                return plan;
            }

            await (turn.Plan is null ? PauseAsync(turn.After) : context.WaitForExternalEvent<object?>(ScheduledAgain));
        }
    }

    /// <inheritdoc />
    public Task<StepOutcome> ReadStreamsAsync(JobKey job) => ReadAsync(ActivityNames.ReadStreams, job);

    /// <inheritdoc />
    public Task<StepOutcome> DigestAsync(JobKey job) => ReadAsync(ActivityNames.Digest, job);

    /// <inheritdoc />
    public Task<StepOutcome> CountPacketsAsync(JobKey job) => ReadAsync(ActivityNames.CountPackets, job);

    /// <inheritdoc />
    public Task<StepOutcome> MakePicturesAsync(JobKey job) => ReadAsync(ActivityNames.MakePictures, job);

    /// <inheritdoc />
    public Task<StepOutcome> RecogniseAsync(JobKey job, RecogniserKind recogniser) =>
        ReadAsync(ActivityNames.Recognise, new Recognition(job, recogniser));

    /// <inheritdoc />
    public Task EndAsync(AnalysisEnding ending) => context.CallActivityAsync(ActivityNames.End, ending, Retried);

    /// <inheritdoc />
    public Task NotifyAsync(JobKey job) => context.CallActivityAsync(ActivityNames.Notify, job, Retried);

    /// <inheritdoc cref="AnalysisSteps.AbandonAsync" />
    public Task AbandonAsync(JobKey job) => context.CallActivityAsync(ActivityNames.Abandon, job, RetriedForADay);

    private async Task<StepOutcome> ReadAsync(string step, object input)
    {
        while (true)
        {
            var read = await context.CallActivityAsync<PlacedOutcome>(step, input, Retried);
            if (read.Outcome is { } outcome)
            {
                return outcome;
            }

            await PauseAsync(read.PutOff ?? TimeSpan.Zero);
        }
    }

    private Task PauseAsync(TimeSpan pause) =>
        pause > TimeSpan.Zero ? context.CreateTimer(pause, CancellationToken.None) : Task.CompletedTask;
}
