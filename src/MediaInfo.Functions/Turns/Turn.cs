using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Turns;

/// <summary>
/// One turn at work, caused by one job: runs the jobs that rank first among those waiting, until its own job has ended or its time
/// is over.
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

    /// <summary>The age at which a job that waits without a message is run without one.</summary>
    public static readonly TimeSpan Unlisted = TimeSpan.FromMinutes(10);

    /// <summary>How long a turn begins other jobs. A new turn costs the durable host about ten transactions.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    // Whoever else runs the job is usually done by then. A look at what this process knows costs nothing.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Takes the turn.</summary>
    /// <param name="own">The job that caused it.</param>
    /// <param name="stopping">Signals that the instance stops: a running job is put back.</param>
    /// <exception cref="IOException">Storage failed; take the turn again.</exception>
    public async Task<TurnOutcome> TakeAsync(JobKey own, CancellationToken stopping)
    {
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < Length;)
        {
            var read = await jobs.RecallAsync(own, stopping);
            if (Remaining(read) is { } rest)
            {
                return rest;
            }

            var (message, putOff) = await next.TakeAsync(read!.Job, Limits.VisibilityTimeout, stopping);
            if (message is null)
            {
                return putOff is { } delay
                    ? Remaining(await jobs.RecallAsync(own, stopping)) ?? new TurnOutcome(Plan: null, delay)
                    : await WithoutMessageAsync(own, stopping);
            }

            await DeliverAsync(message, stopping);
            if (Messages.ReadAnalyze(message.Text) == own)
            {
                return await OutcomeAsync(await jobs.RecallAsync(own, stopping), Pause, stopping);
            }
        }

        return await OutcomeAsync(await jobs.FindAsync(own, stopping), TimeSpan.Zero, stopping);
    }

    // Never throws for what fails in the job: its message is delivered again, to any turn.
    private async Task DeliverAsync(WorkMessage message, CancellationToken stopping)
    {
        try
        {
            await new MessageDelivery(queues.Analyses, handler, message, Limits, time, log).RunAsync(stopping);
        }
        finally
        {
            shares.End(message.Account);
        }
    }

    // Another turn holds the job's message and runs it, or died with it; or the message was lost.
    private async Task<TurnOutcome> WithoutMessageAsync(JobKey own, CancellationToken stopping)
    {
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < Moment;)
        {
            await Task.Delay(Glance, time, stopping);
            if (Remaining(await jobs.RecallAsync(own, stopping)) is { } rest)
            {
                return rest;
            }
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

    private async Task<TurnOutcome> OutcomeAsync(StoredJob? read, TimeSpan after, CancellationToken cancellationToken) =>
        Remaining(read)
        ?? (await gate.HoldsAsync(read!.Job, cancellationToken)
            ? new TurnOutcome(AnalysisPlan.Later)
            : new TurnOutcome(Plan: null, after));

    // Null if the job still needs a turn.
    private static TurnOutcome? Remaining(StoredJob? read) => read switch
    {
        { Job: { State: JobState.Running, Extras: var extras } job } when TurnHandler.FansOut(job) =>
            new TurnOutcome(new AnalysisPlan(Reads: true, extras.Digest, extras.Packets, Notifies: true)),
        { Job.State: JobState.Waiting or JobState.Running } => null,
        { Job: { State: not JobState.Canceled, Callback: null } } => new TurnOutcome(NoticeOnly),
        _ => new TurnOutcome(AnalysisPlan.Nothing),
    };

    private static AnalysisPlan NoticeOnly { get; } = new(Reads: false, Digest: false, Packets: false, Notifies: true);
}
