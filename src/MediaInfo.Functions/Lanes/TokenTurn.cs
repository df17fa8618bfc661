using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;
using MediaInfo.Functions.Durable;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Lanes;

/// <summary>What a token sets off: the best of the waiting jobs is started and keeps the token's place, then the next, until none waits.</summary>
/// <remarks>
/// <para>A token is no job's ticket, so no count of tokens can go wrong. A turn ends in one of three ways: it had room for every
/// account and found no job; it has sent its token on; or it failed and the host delivers the token again, at last to the poison
/// function, which sends it on too. So no job is stranded:</para>
/// <para>A job's message is in its lane before its token is sent, so the turn of that token finds it, unless another turn has
/// it. That other turn starts the job, or puts the message back and fails, or crashes. In the last two cases its own token comes
/// back later than the message does (<see cref="LaneHold"/> is shorter than the host's pause before another delivery, and than
/// the ten minutes for which it hides a token), and then its turn finds the message.</para>
/// <para>No job is started twice at the same time: an orchestration has its job's id.</para>
/// </remarks>
public sealed class TokenTurn(
    IWorkQueues queues,
    NextJob next,
    FairShares shares,
    IJobStore jobs,
    PipelineGate gate,
    JobPlace place,
    TimeProvider time,
    ILogger<TokenTurn> log)
{
    /// <summary>How long a lane's message stays hidden when its holder crashed.</summary>
    public static readonly TimeSpan LaneHold = TimeSpan.FromMinutes(1);

    /// <summary>How long a turn takes up jobs. With the last one's time in its place it stays below the shortest time limit of functions, five minutes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>Takes a turn.</summary>
    /// <param name="token">The token's text.</param>
    /// <param name="starter">Starts orchestrations.</param>
    /// <param name="stopping">The host stops: no more jobs are taken, and the token goes to another instance.</param>
    /// <exception cref="InvalidDataException">The text is no token.</exception>
    /// <exception cref="IOException">Storage or the durable host failed; the token must be delivered again.</exception>
    public async Task RunAsync(string token, OrchestrationStarter starter, CancellationToken stopping)
    {
        var own = Messages.ReadToken(token) ?? throw new InvalidDataException("The message is no token");
        var begun = time.GetTimestamp();
        while (!stopping.IsCancellationRequested && time.GetElapsedTime(begun) < Length)
        {
            var (message, putOff) = await next.TakeAsync(LaneHold);
            if (message is not null)
            {
                await WorkOnAsync(message, starter, stopping);
            }
            else if (putOff is { } delay)
            {
                await queues.Tokens.SendAsync(new WorkItem(own.Account, token) { Delay = delay }, CancellationToken.None);
                return;
            }
            else
            {
                await StartOwnAsync(own, starter, stopping);
                return;
            }
        }

        await queues.Tokens.SendAsync(new WorkItem(own.Account, token), CancellationToken.None);
    }

    private async Task WorkOnAsync(WorkMessage message, OrchestrationStarter starter, CancellationToken stopping)
    {
        try
        {
            if (await StartAsync(message, starter) is { } job)
            {
                await place.KeepAsync(job, stopping);
            }
        }
        finally
        {
            shares.End(message.Account);
        }
    }

    // The job that was started; null where there was nothing to start.
    private async Task<JobKey?> StartAsync(WorkMessage message, OrchestrationStarter starter)
    {
        if (Messages.ReadAnalyze(message.Text) is not { } job)
        {
            await queues.Analyses.PoisonAsync(message, CancellationToken.None);
            return null;
        }

        bool starts;
        try
        {
            var read = await jobs.FindAsync(job, CancellationToken.None);
            starts = read is not null && !JobTransitions.IsFinal(read.Job.State);
            if (starts)
            {
                await DispatchAsync(read!.Job, starter);
            }
            else
            {
                // Held by a paused pipeline, it may have been canceled: its orchestration waits still, and nobody else would end it.
                await starter.WakeAsync(job, CancellationToken.None);
            }
        }
        catch
        {
            await PutBackAsync(message);
            throw;
        }

        await queues.Analyses.CompleteAsync(message, CancellationToken.None);
        return starts ? job : null;
    }

    // The durable host makes the orchestration's spans children of this one.
    private static async Task DispatchAsync(AnalysisJob job, OrchestrationStarter starter)
    {
        using var span = Tracing.BeginStep(Tracing.Dispatch, ActivityKind.Producer, job);
        await starter.StartAsync(job.Key, CancellationToken.None);
    }

    private async Task PutBackAsync(WorkMessage message)
    {
        try
        {
            await queues.Analyses.RenewAsync(message, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The fault that led here is the one to report.
            log.NotPutBack(e, message.Id, message.Priority);
        }
    }

    // Its message may be held by a turn that crashed: the job need not wait for that hold to end.
    private async Task StartOwnAsync(JobKey own, OrchestrationStarter starter, CancellationToken stopping)
    {
        if (await jobs.FindAsync(own, CancellationToken.None) is { Job: { State: JobState.Waiting } job }
            && !await gate.HoldsAsync(job, CancellationToken.None))
        {
            shares.Begin(own.Account);
            try
            {
                await DispatchAsync(job, starter);
                await place.KeepAsync(own, stopping);
            }
            finally
            {
                shares.End(own.Account);
            }
        }
    }
}
