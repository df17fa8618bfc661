using MediaInfo.AzureStorage;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Topics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Triggers;

/// <summary>Records abandoned messages: completion messages and calls on the job, library events and messages of
/// topics in the log.</summary>
/// <remarks>
/// The message is then removed from the poison queue; only the record on the job and the log entry remain. The host has no poison
/// queue for a poison queue, so if recording fails, the message stays and is redelivered.
/// </remarks>
public sealed class CallbackPoisonTrigger(CallbackHandler handler, ILogger<CallbackPoisonTrigger> log)
{
    /// <summary>Records the end of the deliveries requested by the queue message.</summary>
    [Function("CallbackPoison")]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.CallbacksPoisonQueue, Connection = StorageNames.HostConnection)] string message,
        CancellationToken cancellationToken)
    {
        await handler.GiveUpAsync(message, cancellationToken);
        if (Messages.ReadCallback(message) is { } job)
        {
            log.CallbackGivenUp(job.Id, job.Account);
        }
        else if (Messages.ReadAnalyze(message) is { } call)
        {
            log.AnalysisGivenUp(call.Id, call.Account);
        }
        else if (EventMessages.Read(message) is null && TopicNotices.Read(message) is null)
        {
            log.UnknownMessageRemoved(message);
        }
    }
}
