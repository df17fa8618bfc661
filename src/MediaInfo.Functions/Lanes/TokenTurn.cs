using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;
using MediaInfo.Functions.Durable;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Lanes;

/// <summary>
/// The work that a token triggers: start the highest-ranking waiting job, hold the token's place for it, then continue with the
/// next, until none is waiting.
/// </summary>
/// <remarks>
/// <para>
/// A token is not tied to a job, so the number of tokens does not matter. A turn ends in one of three ways. It had room for every
/// account and found no job; or it sent its token on; or it failed and the host redelivers the token, in the end to the poison
/// function, which also sends it on. Therefore no job is stranded:
/// </para>
/// <para>
/// A job's message is in its lane before its token is sent, so the token's turn finds it unless another turn holds it. The other
/// turn starts the job, or makes the message visible again and fails, or crashes. In the last two cases its own token returns
/// later than the message does, and its turn then finds the message: <see cref="LaneHold"/> is shorter than the host's pause
/// before a redelivery, and than the ten minutes for which it hides a token.
/// </para>
/// <para>No job runs twice at the same time, because the orchestration id is the job id.</para>
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
    /// <summary>How long a lane's message stays hidden after its holder crashes.</summary>
    public static readonly TimeSpan LaneHold = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a turn starts new jobs. Including the last job's time in its place, it stays below the shortest function timeout,
    /// five minutes.
    /// </summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>Runs a turn.</summary>
    /// <param name="token">The token's text.</param>
    /// <param name="starter">Starts orchestrations.</param>
    /// <param name="stopping">
    /// Signals that the host is stopping: no more jobs are started, and the token is sent on to another instance.
    /// </param>
    /// <exception cref="InvalidDataException">The text is not a token.</exception>
    /// <exception cref="IOException">Storage or the durable host failed; the token must be redelivered.</exception>
    public async Task RunAsync(string token, OrchestrationStarter starter, CancellationToken stopping)
    {
        var own = Messages.ReadToken(token) ?? throw new InvalidDataException("The message is not a token");
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

    // Returns the job that was started; null if there was nothing to start.
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
                // The job may have been canceled while held by a paused pipeline: its orchestration still waits, and nothing else
                // would end it.
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
        using var span = job.BeginStep(Tracing.Dispatch, ActivityKind.Producer);
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
            // Report the original failure, not this one.
            log.NotPutBack(e, message.Id, message.Priority);
        }
    }

    // The job's message may be held by a turn that crashed; the job need not wait for it to reappear.
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
