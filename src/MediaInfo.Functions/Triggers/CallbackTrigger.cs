using MediaInfo.AzureStorage;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>Delivers completion messages. The host delivers a queue message again when this throws, and poisons it after host.json's limit.</summary>
/// <remarks>
/// All accounts share the trigger's queue, so what an account has too much of is put off: a copy is queued that nobody sees for
/// a while, and then the host removes the message itself. The host counts the deliveries of the copy from the beginning.
/// </remarks>
public sealed class CallbackTrigger(CallbackHandler handler, CallbackShares shares, IWorkQueues queues, TimeProvider time)
{
    /// <summary>Delivers the completion message that the queue message asks for.</summary>
    [Function("Callback")]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.CallbacksQueue, Connection = StorageNames.HostConnection)] string message,
        CancellationToken cancellationToken)
    {
        var account = Messages.AccountOf(message) ?? "";
        if (await DeliverAsync(account, message, cancellationToken) is { } delay)
        {
            var copy = Messages.PutOff(message, deliveries: 0, time.GetUtcNow());
            await queues.Callbacks.SendAsync(new WorkItem(account, copy) { Delay = delay }, CancellationToken.None);
        }
    }

    private async Task<TimeSpan?> DeliverAsync(string account, string message, CancellationToken cancellationToken)
    {
        using var pass = await shares.EnterAsync(account, cancellationToken);
        return pass.PutOff ?? await handler.HandleAsync(message, cancellationToken);
    }
}
