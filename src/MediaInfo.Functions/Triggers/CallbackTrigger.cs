using MediaInfo.AzureStorage;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>
/// Delivers completion messages. If this throws, the host redelivers the queue message, and poisons it after the limit in
/// host.json.
/// </summary>
/// <remarks>
/// All accounts share the trigger's queue, so the excess of an account is postponed: a copy of the message is queued invisibly,
/// and the host then removes the original. The host counts the copy's deliveries from zero.
/// </remarks>
public sealed class CallbackTrigger(
    CallbackHandler handler, CallbackShares shares, DurableClients clients, IWorkQueues queues, TimeProvider time)
{
    /// <summary>
    /// Delivers the completion message that the queue message requests, or starts the job of an abandoned call.
    /// </summary>
    [Function("Callback")]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.CallbacksQueue, Connection = StorageNames.HostConnection)] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        clients.Use(client);
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
