using MediaInfo.AzureStorage;
using MediaInfo.Core.Callbacks;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>Delivers completion messages. The host delivers a queue message again when this throws, and poisons it after host.json's limit.</summary>
public sealed class CallbackTrigger(CallbackHandler handler)
{
    /// <summary>Delivers the completion message that the queue message asks for.</summary>
    [Function("Callback")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.CallbacksQueue, Connection = StorageNames.HostConnection)] string message,
        CancellationToken cancellationToken) =>
        handler.HandleAsync(message, cancellationToken);
}
