using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Queues;

/// <summary>One delivery of a message: it is handled and removed, postponed, put back or given up.</summary>
public sealed class MessageDelivery(
    IWorkQueue queue, IMessageHandler handler, WorkMessage message, DeliveryLimits limits, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan MaxBackOff = TimeSpan.FromMinutes(2);
    private readonly long _deliveries = message.DeliveryCount + (Messages.PutOffOf(message.Text)?.Deliveries ?? 0);
    private WorkMessage? _renewed;

    // Every renewal returns a new receipt, and only the latest one is valid.
    private WorkMessage Held => _renewed ?? message;

    /// <summary>Handles the message. Never throws: what fails now is retried at the next delivery.</summary>
    /// <param name="aborted">Cancels the work; the message is then put back at once.</param>
    /// <returns>Whether nothing is left to do for the message: it was handled, or given up.</returns>
    public async Task<bool> RunAsync(CancellationToken aborted)
    {
        try
        {
            return await DeliverAsync(aborted);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            await TryRenewAsync(TimeSpan.Zero);
        }
        catch (InvalidDataException e)
        {
            log.MessageRefused(e, queue.Name, message.Id);
            await PoisonAsync();
        }
        catch (Exception e)
        {
            log.DeliveryFailed(e, queue.Name, message.Id, _deliveries);
            await TryRenewAsync(BackOff());
        }

        return false;
    }

    private async Task<bool> DeliverAsync(CancellationToken aborted)
    {
        if (_deliveries > limits.MaxDeliveries)
        {
            await handler.GiveUpAsync(message.Text, aborted);
            log.MessageGivenUp(queue.Name, message.Id, _deliveries);
            await PoisonAsync();
            return true;
        }

        var delay = await HandleAsync(aborted);
        if (delay is not null)
        {
            await queue.SendAsync(PutOff(delay.Value), CancellationToken.None);
        }

        await queue.CompleteAsync(Held, CancellationToken.None);
        return delay is null;
    }

    // A new message, because a queue counts deliveries. It is sent before the old one is removed.
    private WorkItem PutOff(TimeSpan delay) =>
        new(message.Account, Messages.PutOff(message.Text, _deliveries - 1, time.GetUtcNow()))
        {
            Priority = message.Priority,
            Delay = delay,
        };

    private async Task<TimeSpan?> HandleAsync(CancellationToken aborted)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        using var done = new CancellationTokenSource();
        var holding = HoldAsync(lost, done.Token);
        try
        {
            return await handler.HandleAsync(message.Text, lost.Token);
        }
        finally
        {
            await done.CancelAsync();
            await holding;
        }
    }

    // Renews the lease while the work runs. A lost lease belongs to another worker, so this one stops.
    private async Task HoldAsync(CancellationTokenSource lost, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(limits.VisibilityTimeout / 3, time, done);
                if (await TryRenewAsync(limits.VisibilityTimeout) is null)
                {
                    log.HoldLost(queue.Name, message.Id);
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    private async Task<WorkMessage?> TryRenewAsync(TimeSpan visibilityTimeout)
    {
        try
        {
            var renewed = await queue.RenewAsync(Held, visibilityTimeout, CancellationToken.None);
            _renewed = renewed ?? _renewed;
            return renewed;
        }
        catch (Exception e)
        {
            // Storage is unavailable; the next renewal may still come in time.
            log.RenewFailed(e, queue.Name, message.Id);
            return Held;
        }
    }

    private async Task PoisonAsync()
    {
        try
        {
            await queue.PoisonAsync(Held, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.DeliveryFailed(e, queue.Name, message.Id, _deliveries);
        }
    }

    private TimeSpan BackOff()
    {
        var seconds = Math.Pow(2, Math.Min(_deliveries, 10));
        return seconds < MaxBackOff.TotalSeconds ? TimeSpan.FromSeconds(seconds) : MaxBackOff;
    }
}
