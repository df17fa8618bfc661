using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Callbacks;

/// <summary>Sees to it that the end of a job is told to whom it concerns, now or later.</summary>
/// <remarks>
/// A message for a storage queue is delivered at once, since that is one quick request and the detour over the queue of callbacks
/// costs three. All else, and what does not succeed at once, goes over that queue with its retries. A crash in between is met by
/// the message or the activity that brought the job here: it comes again, and finds an ended job without a callback.
/// </remarks>
public sealed class EndNotice(CallbackDelivery delivery, IWorkQueues queues, ILogger<EndNotice> log)
{
    /// <summary>Delivers the job's completion message or queues its delivery.</summary>
    /// <exception cref="IOException">Neither could be done now.</exception>
    public async Task GiveAsync(JobKey job, CancellationToken cancellationToken)
    {
        if (!await TryDeliverAsync(job, cancellationToken))
        {
            await queues.Callbacks.SendAsync(new WorkItem(job.Account, Messages.WriteCallback(job)), cancellationToken);
        }
    }

    private async Task<bool> TryDeliverAsync(JobKey job, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.TryDeliverAtOnceAsync(job, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.CallbackPutOff(e, job.Id);
            return false;
        }
    }
}
