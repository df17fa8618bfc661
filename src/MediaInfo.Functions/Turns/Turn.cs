using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Turns;

/// <summary>
/// One turn at work, caused by one job: runs the jobs that rank first among those waiting, until its own job has ended or its
/// time is over. If the turns of other jobs were put off for lack of room, it takes up their work until they come back.
/// </summary>
/// <remarks>
/// The durable host hands out turns in order of arrival and knows neither priorities nor accounts. The lanes do: whoever has a
/// turn takes the message that ranks first. No job is lost, because its own orchestration takes turns until it has ended; and no
/// job runs twice at a time, because the message of a running job is hidden, and reappears only if its instance dies.
/// </remarks>
public sealed class Turn(
    NextJob next,
    IWorkQueues queues,
    TurnHandler handler,
    FairShares shares,
    Crowding crowding,
    IJobStore jobs,
    PipelineGate gate,
    TimeProvider time,
    ILogger<Turn> log)
{
    /// <summary>
    /// The limits on the deliveries of a job. The visibility timeout is shorter than that of the durable host's own messages, so
    /// after a crash the job is visible again when the turn is.
    /// </summary>
    public static readonly DeliveryLimits Limits = new(MaxDeliveries: 10, VisibilityTimeout: TimeSpan.FromSeconds(20));

    /// <summary>
    /// The age at which a job that waits without a message is run without one. All deliveries of a job that fails each time take
    /// ten minutes, and between them its message cannot be seen.
    /// </summary>
    public static readonly TimeSpan Unlisted = TimeSpan.FromMinutes(20);

    /// <summary>How long a turn begins other jobs. A new turn costs the durable host about ten transactions.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private const int Remembered = 2_000;

    // Whoever else runs the job is usually done by then.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // An ended job's delivery is handled only when its end is announced.
    private readonly RecentCache<JobKey, Task<bool>> _deliveries = new(Remembered);

    /// <summary>Takes the turn.</summary>
    /// <param name="own">The job that caused it.</param>
    /// <param name="stopping">Signals that the instance stops: a running job is put back.</param>
    /// <exception cref="IOException">Storage failed; take the turn again.</exception>
    public async Task<TurnOutcome> TakeAsync(JobKey own, CancellationToken stopping)
    {
        var begun = time.GetTimestamp();
        var outcome = await RunAsync(own, begun, stopping);
        if (outcome.Plan == AnalysisPlan.Nothing)
        {
            await StandInAsync(own, begun, stopping);
        }

        return outcome;
    }

    private async Task<TurnOutcome> RunAsync(JobKey own, long begun, CancellationToken stopping)
    {
        while (HasTime(begun))
        {
            var read = await jobs.RecallAsync(own, stopping);
            if (read is null || TurnOutcome.Of(read, time.GetUtcNow()) is not null)
            {
                return await RestAsync(own, stopping) ?? new TurnOutcome(Plan: null);
            }

            var (message, putOff) = await next.TakeAsync(read.Job, Limits.VisibilityTimeout, stopping);
            if (message is null)
            {
                return putOff is not { } delay ? await WithoutMessageAsync(own, stopping)
                    : TurnOutcome.Of(await jobs.RecallAsync(own, stopping), time.GetUtcNow())
                        ?? new TurnOutcome(Plan: null, delay);
            }

            await DeliverAsync(message, stopping);
            if (Messages.ReadAnalyze(message.Text) == own)
            {
                return await RestAsync(own, stopping)
                    ?? await OutcomeAsync(await jobs.RecallAsync(own, stopping), Pause, stopping);
            }
        }

        return await OutcomeAsync(await jobs.FindAsync(own, stopping), TimeSpan.Zero, stopping);
    }

    // Turns that were put off come back one by one, and would leave places idle meanwhile.
    private async Task StandInAsync(JobKey own, long begun, CancellationToken stopping)
    {
        while (crowding.IsShortOfTurns && HasTime(begun) && !stopping.IsCancellationRequested
            && await next.TakeNowAsync(own.Account, Limits.VisibilityTimeout, stopping) is { } message)
        {
            await DeliverAsync(message, stopping);
        }
    }

    private bool HasTime(long begun) => time.GetElapsedTime(begun) < Length;

    // Never throws for what fails in the job: its message is delivered again, to any turn.
    private async Task DeliverAsync(WorkMessage message, CancellationToken stopping)
    {
        try
        {
            var delivery =
                new MessageDelivery(queues.Analyses, handler, message, Limits, time, log).RunAsync(stopping);
            if (Messages.ReadAnalyze(message.Text) is { } job)
            {
                _deliveries.Keep(job, delivery);
            }

            await delivery;
        }
        finally
        {
            shares.End(message.Account);
        }
    }

    // Another turn holds the job's message and runs it, or died with it; or the message was lost.
    private async Task<TurnOutcome> WithoutMessageAsync(JobKey own, CancellationToken stopping)
    {
        if (_deliveries.Find(own) is null)
        {
            await Task.Delay(Moment, time, stopping);
        }

        if (await RestAsync(own, stopping) is { } rest)
        {
            return rest;
        }

        var read = await jobs.FindAsync(own, stopping);
        if (read is { Job: { State: JobState.Waiting, CreatedAt: var created } job }
            && time.GetUtcNow() - created > Unlisted
            && !await gate.HoldsAsync(job, stopping))
        {
            await new PlacedHandler(handler, shares).HandleAsync(Messages.WriteAnalyze(own), stopping);
            read = await jobs.FindAsync(own, stopping);
        }

        return await OutcomeAsync(read, Pause, stopping);
    }

    // What remains of the job as this process knows it. If another turn delivers it here, that may take a moment.
    private async Task<TurnOutcome?> RestAsync(JobKey own, CancellationToken stopping)
    {
        var here = _deliveries.Find(own);
        if (here is not null)
        {
            await Task.WhenAny(here, Task.Delay(Moment, time, stopping));
        }

        var read = await jobs.RecallAsync(own, stopping);
        return here is { IsCompletedSuccessfully: true } && await here && IsOver(read)
            ? new TurnOutcome(AnalysisPlan.Nothing)
            : TurnOutcome.Of(read, time.GetUtcNow());
    }

    // An orchestration that waits for the pipeline is woken through its job's note. The turn may have run another job, so the
    // gate records this one here.
    private async Task<TurnOutcome> OutcomeAsync(StoredJob? read, TimeSpan after, CancellationToken cancellationToken) =>
        TurnOutcome.Of(read, time.GetUtcNow())
        ?? (read is { Job: { State: JobState.Waiting } job }
            && !await gate.PassAsync(job.Key, job.PipelineId, cancellationToken)
                ? new TurnOutcome(AnalysisPlan.Later)
                : new TurnOutcome(Plan: null, after));

    private static bool IsOver(StoredJob? read) => read is null || JobTransitions.IsFinal(read.Job.State);
}
