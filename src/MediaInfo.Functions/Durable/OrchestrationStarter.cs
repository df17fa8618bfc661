using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Durable;

/// <summary>Starts the orchestration of a job under the job's id, so that twice is once, whatever became of the first.</summary>
public sealed class OrchestrationStarter(DurableTaskClient client)
{
    // An instance in any of these states stays, and a second start of it is refused.
    private static readonly OrchestrationRuntimeStatus[] EveryStatus =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Starts the orchestration, or wakes the one that waits for its job's pipeline.</summary>
    /// <exception cref="IOException">It is not certain that the job runs.</exception>
    public async Task StartAsync(JobKey job, CancellationToken cancellationToken)
    {
        if (!await AskAsync(job, () => TryStartAsync(job, cancellationToken), cancellationToken))
        {
            await WakeAsync(job, cancellationToken);
        }
    }

    /// <summary>Wakes the orchestration that waits for its job's pipeline, if there is one. To any other, the event means nothing.</summary>
    /// <exception cref="IOException">It is not certain that it is awake.</exception>
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
            // The host is asked over gRPC, whose faults no caller here knows; each means that it is not certain to run the job.
            throw new IOException($"The orchestration of job {job.Id} could not be started or woken", e);
        }
    }

    private async Task<bool> TryStartAsync(JobKey job, CancellationToken cancellationToken)
    {
        var options = new StartOrchestrationOptions(job.Id).WithDedupeStatuses(EveryStatus);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(AnalysisOrchestrator.FunctionName, job, options, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    private async Task<bool> TryWakeAsync(JobKey job, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(job.Id, getInputsAndOutputs: false, cancellationToken) is not { IsCompleted: false })
        {
            return false;
        }

        await client.RaiseEventAsync(job.Id, DurableAnalysisSteps.ScheduledAgain, eventPayload: null, cancellationToken);
        return true;
    }
}
