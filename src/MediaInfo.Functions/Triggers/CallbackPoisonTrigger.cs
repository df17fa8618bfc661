using MediaInfo.AzureStorage;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Triggers;

/// <summary>Notes on the job that its completion message was given up, and in the log that an event of the media library was.</summary>
/// <remarks>
/// The message leaves the poison queue then: the note on the job and the error in the log are what remains of it. The host
/// has no poison queue for a poison queue, so when the note cannot be written the message stays and comes again.
/// </remarks>
public sealed class CallbackPoisonTrigger(CallbackHandler handler, ILogger<CallbackPoisonTrigger> log)
{
    /// <summary>Notes the end of the deliveries that the queue message asked for.</summary>
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
        else if (Messages.ReadLibraryEvent(message) is null)
        {
            log.UnknownMessageRemoved(message);
        }
    }
}
