using MediaInfo.AzureStorage;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Triggers;

/// <summary>Ends the job of a token whose every delivery failed, if it is still waiting, and sends the token on.</summary>
/// <remarks>
/// The token must be sent on, because its turn may have been the last to hold another job's message: only a turn that finds all
/// lanes empty ends a token. If this fails, the message stays in the poison queue and is redelivered.
/// </remarks>
public sealed class TokenPoisonTrigger(
    IJobStore jobs, PipelineGate gate, AnalysisSteps steps, IWorkQueues queues, ILogger<TokenPoisonTrigger> log)
{
    /// <summary>Abandons the job that the token was sent for.</summary>
    [Function("AnalysisTokenPoison")]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.TokensPoisonQueue, Connection = StorageNames.HostConnection)] string message,
        CancellationToken cancellationToken)
    {
        if (Messages.ReadToken(message) is not { } key)
        {
            log.UnknownTokenRemoved(message);
            return;
        }

        // A running job was started by another token and must be left alone.
        if (await jobs.FindAsync(key, cancellationToken) is { Job: { State: JobState.Waiting } job }
            && !await gate.HoldsAsync(job, cancellationToken))
        {
            await steps.AbandonAsync(key, cancellationToken);
            log.AnalysisGivenUp(key.Id, key.Account);
        }

        await queues.Tokens.SendAsync(new WorkItem(key.Account, message), cancellationToken);
    }
}
