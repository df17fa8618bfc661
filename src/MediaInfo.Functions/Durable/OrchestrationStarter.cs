using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Durable;

/// <summary>
/// Starts a job's orchestration under the job's id, so that duplicate starts have no effect, whatever the first one's state.
/// </summary>
public sealed class OrchestrationStarter(DurableClients clients)
{
    // An instance in any of these states is kept, and a second start is rejected.
    private static readonly OrchestrationRuntimeStatus[] EveryStatus =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Starts the orchestration, or wakes it if it is waiting for the job's pipeline.</summary>
    /// <exception cref="IOException">The job may not be running.</exception>
    public async Task StartAsync(JobKey job, CancellationToken cancellationToken)
    {
        if (!await AskAsync(job, () => TryStartAsync(job, cancellationToken), cancellationToken))
        {
            await WakeAsync(job, cancellationToken);
        }
    }

    /// <summary>Wakes the orchestration if it is waiting for the job's pipeline. Other orchestrations ignore the event.</summary>
    /// <exception cref="IOException">The orchestration may not have been woken.</exception>
    public Task WakeAsync(JobKey job, CancellationToken cancellationToken) =>
        AskAsync(job, () => TryWakeAsync(job, cancellationToken), cancellationToken);

    private static async Task<bool> AskAsync(JobKey job, Func<Task<bool>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The host is called over gRPC, whose exceptions are unknown here; each means that the job may not run.
            throw new IOException($"The orchestration of job {job.Id} could not be started or woken", e);
        }
    }

    private async Task<bool> TryStartAsync(JobKey job, CancellationToken cancellationToken)
    {
        var options = new StartOrchestrationOptions(job.Id).WithDedupeStatuses(EveryStatus);
        try
        {
            await clients.Client.ScheduleNewOrchestrationInstanceAsync(
                AnalysisOrchestrator.FunctionName, job, options, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    private async Task<bool> TryWakeAsync(JobKey job, CancellationToken cancellationToken)
    {
        var instance = await clients.Client.GetInstanceAsync(job.Id, getInputsAndOutputs: false, cancellationToken);
        if (instance is not { IsCompleted: false })
        {
            return false;
        }

        await clients.Client.RaiseEventAsync(job.Id, DurableAnalysisSteps.ScheduledAgain, eventPayload: null, cancellationToken);
        return true;
    }
}
