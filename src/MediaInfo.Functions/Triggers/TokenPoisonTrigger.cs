using MediaInfo.AzureStorage;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Triggers;

/// <summary>Ends the job of a token whose every delivery failed, if it still waits, and sends the token on.</summary>
/// <remarks>
/// On, because its turn may have been the last to hold another job's message: only a turn that finds every lane empty ends a
/// token. When this fails the message stays on the poison queue and comes again.
/// </remarks>
public sealed class TokenPoisonTrigger(
    IJobStore jobs, PipelineGate gate, AnalysisSteps steps, IWorkQueues queues, ILogger<TokenPoisonTrigger> log)
{
    /// <summary>Gives up the job that the token was sent for.</summary>
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

        // One that runs was started by another token and is none of this one's business.
        if (await jobs.FindAsync(key, cancellationToken) is { Job: { State: JobState.Waiting } job }
            && !await gate.HoldsAsync(job, cancellationToken))
        {
            await steps.AbandonAsync(key, cancellationToken);
            log.AnalysisGivenUp(key.Id, key.Account);
        }

        await queues.Tokens.SendAsync(new WorkItem(key.Account, message), cancellationToken);
    }
}
